/*
 * clang_flow.c - of the functions of a text: which jumps lead where, and which automatic objects have their addresses
 * taken. For the checks of laws.h, see clang_facts.c.
 */
#include "base/arena.h"
#include "clang.h"
#include "clang_internal.h"

#include <string.h>

/* What a node stands in. */
struct around {
    const struct around *outer;
    enum { AROUND_BLOCK, AROUND_LOOP, AROUND_SWITCH, AROUND_IF } kind;
    struct clang_extent extent;
    bool is_scope; /* objects end with it: a block, or a for, which is one */
    bool is_pending, is_cancelled;
};

struct flow {
    struct arena *arena;
    struct clang_facts *facts;
    CXTranslationUnit tu;
    CXFile file;
    const char *text;
    struct clang_extent function;
    const struct around *around;
    bool is_evaluated;
    bool is_selected; /* from the object at once, by [] or *, so that no pointer is left */
};

static enum CXChildVisitResult flow_visit(CXCursor cursor, CXCursor parent, CXClientData data);

static void descend(struct flow *f, CXCursor cursor)
{
    visit_children(cursor, flow_visit, f);
}

static struct clang_extent extent_of(CXCursor cursor)
{
    CXSourceRange range = clang_getCursorExtent(cursor);
    return (struct clang_extent){ file_offset(clang_getRangeStart(range), NULL),
                                  file_offset(clang_getRangeEnd(range), NULL) };
}

/* ---- jumps ---- */

static unsigned left_by(const struct flow *f, bool also_switch)
{
    for (const struct around *a = f->around; a; a = a->outer)
        if (a->kind == AROUND_LOOP || (a->kind == AROUND_SWITCH && also_switch))
            return a->extent.begin;
    return 0;
}

static enum CXChildVisitResult label_visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    if (clang_getCursorKind(cursor) == CXCursor_LabelRef)
        *(unsigned *)data = file_offset(clang_getCursorLocation(clang_getCursorReferenced(cursor)), NULL);
    return CXChildVisit_Continue;
}

static bool in_dispatch(const struct flow *f)
{
    const struct around *a = f->around;
    while (a && a->kind == AROUND_BLOCK && a->outer && a->outer->kind != AROUND_SWITCH)
        a = a->outer;
    if (a && a->kind == AROUND_BLOCK)
        a = a->outer;
    return a && a->kind == AROUND_SWITCH && a->outer && !a->outer->outer;
}

static const struct around *if_around(const struct flow *f)
{
    const struct around *a = f->around;
    while (a && a->kind != AROUND_IF)
        a = a->outer;
    return a;
}

static void add_jump(struct flow *f, CXCursor cursor, enum CXCursorKind kind)
{
    struct clang_jump jump = { .at = file_offset(clang_getCursorLocation(cursor), NULL), .kind = JUMP_LEAVE };
    if (kind == CXCursor_ReturnStmt) {
        jump.kind = JUMP_RETURN;
        jump.target = f->function.end;
    } else if (kind == CXCursor_GotoStmt) {
        jump.kind = JUMP_GOTO;
        clang_visitChildren(cursor, label_visit, &jump.target);
    } else {
        jump.target = left_by(f, kind == CXCursor_BreakStmt);
    }
    const struct around *asked = if_around(f);
    jump.is_pending = asked && asked->is_pending;
    jump.is_cancelled = asked && asked->is_cancelled;
    jump.is_dispatch = in_dispatch(f);
    arena_push(f->arena, f->facts->jumps, f->facts->jump_count, jump);
}

/* ---- addresses ---- */

static enum CXChildVisitResult first_visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    *(CXCursor *)data = cursor;
    return clang_isExpression(clang_getCursorKind(cursor)) ? CXChildVisit_Break : CXChildVisit_Continue;
}

static CXCursor first_child(CXCursor cursor)
{
    CXCursor child = clang_getNullCursor();
    clang_visitChildren(cursor, first_visit, &child);
    return child;
}

static enum CXTypeKind type_kind(CXCursor cursor)
{
    return clang_getCanonicalType(clang_getCursorType(cursor)).kind;
}

static bool is_array(CXCursor cursor)
{
    enum CXTypeKind kind = type_kind(cursor);
    return kind == CXType_ConstantArray || kind == CXType_VariableArray || kind == CXType_IncompleteArray;
}

/* The variable or literal that the expression is a part of; null when it is reached through a pointer. */
static CXCursor base_of(CXCursor cursor)
{
    for (;;) {
        enum CXCursorKind kind = clang_getCursorKind(cursor);
        CXCursor child = first_child(cursor);
        if (kind == CXCursor_DeclRefExpr || kind == CXCursor_CompoundLiteralExpr)
            return cursor;
        bool inside = kind == CXCursor_ParenExpr || (kind == CXCursor_MemberRefExpr && type_kind(child) == CXType_Record) ||
                      (kind == CXCursor_UnexposedExpr && !clang_Cursor_isNull(child)) ||
                      (kind == CXCursor_ArraySubscriptExpr && clang_getCursorKind(child) == CXCursor_UnexposedExpr &&
                       is_array(first_child(child)));
        if (!inside || clang_Cursor_isNull(child))
            return clang_getNullCursor();
        cursor = child;
    }
}

static bool is_automatic(CXCursor variable)
{
    enum CXCursorKind kind = clang_getCursorKind(variable);
    enum CX_StorageClass storage = clang_Cursor_getStorageClass(variable);
    CXCursor parent = clang_getCursorSemanticParent(variable);
    return kind == CXCursor_ParmDecl || (kind == CXCursor_VarDecl && clang_getCursorKind(parent) == CXCursor_FunctionDecl &&
                                         storage != CX_SC_Static && storage != CX_SC_Extern);
}

/* Where the object that is declared or stands at the place lives. */
static void note_life(const struct flow *f, unsigned place, struct clang_address *address)
{
    const struct around *a = f->around;
    while (a && (!a->is_scope || a->extent.begin > place)) {
        if (a->kind == AROUND_LOOP && a->extent.begin > place)
            address->loop = a->extent.begin;
        a = a->outer;
    }
    address->block_begin = a ? a->extent.begin : f->function.begin;
    address->block_end = a ? a->extent.end : f->function.end;
}

static void take_address(struct flow *f, CXCursor by, CXCursor of)
{
    CXCursor base = base_of(of);
    if (!f->is_evaluated || clang_Cursor_isNull(base))
        return;
    struct clang_address address = { .at = extent_of(base).begin,
                                     .taken_at = extent_of(by).begin,
                                     .function_begin = f->function.begin };
    address.loop = address.declared = address.at;
    address.is_literal = clang_getCursorKind(base) == CXCursor_CompoundLiteralExpr;
    if (!address.is_literal) {
        CXCursor variable = clang_getCursorReferenced(base);
        if (!is_automatic(variable))
            return;
        address.declared = file_offset(clang_getCursorLocation(variable), NULL);
    }
    note_life(f, address.declared, &address);
    arena_push(f->arena, f->facts->addresses, f->facts->address_count, address);
}

static void look_for_address(struct flow *f, CXCursor cursor, enum CXCursorKind kind)
{
    CXCursor child = first_child(cursor);
    if (clang_Cursor_isNull(child))
        return;
    if (f->is_selected)
        return;
    if (kind == CXCursor_UnaryOperator && f->text[extent_of(cursor).begin] == '&')
        take_address(f, cursor, child);
    else if (kind == CXCursor_UnexposedExpr && is_array(child) && type_kind(cursor) == CXType_Pointer)
        take_address(f, cursor, child);
}

static enum CXChildVisitResult last_visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    *(CXCursor *)data = cursor;
    return CXChildVisit_Continue;
}

static CXCursor last_child(CXCursor cursor)
{
    CXCursor child = clang_getNullCursor();
    clang_visitChildren(cursor, last_visit, &child);
    return child;
}

/* What typeof asks in the type of a cast, literal or declaration: all but the operand or initialiser. A macro may be all of it. */
static bool is_in_type(CXCursor cursor, CXCursor parent)
{
    enum CXCursorKind outer = clang_getCursorKind(parent);
    if (outer == CXCursor_CStyleCastExpr || outer == CXCursor_CompoundLiteralExpr)
        return !clang_equalCursors(cursor, last_child(parent));
    if (outer == CXCursor_VarDecl)
        return !clang_equalCursors(cursor, clang_Cursor_getVarDeclInitializer(parent));
    return clang_isDeclaration(outer) && outer != CXCursor_FunctionDecl;
}

/* sizeof and its like, and what chooses: of that most is not evaluated, either. */
static bool is_unevaluated(const struct flow *f, CXCursor cursor, enum CXCursorKind kind)
{
    static const char types[] = "__builtin_types_compatible_p", choose[] = "__builtin_choose_expr";
    const char *text = f->text + extent_of(cursor).begin;
    return kind == CXCursor_UnaryExpr || kind == CXCursor_GenericSelectionExpr ||
           (kind == CXCursor_UnexposedExpr &&
            (strncmp(text, types, strlen(types)) == 0 || strncmp(text, choose, strlen(choose)) == 0));
}

/* ---- the walk ---- */

/* `if (s == ASYNCC_PENDING)` */
static bool asks(const struct flow *f, CXCursor statement, const char *end)
{
    struct clang_extent condition = extent_of(first_child(statement));
    size_t length = strlen(end);
    return condition.end >= condition.begin + length && memcmp(f->text + condition.end - length, end, length) == 0;
}

/* Whether the statement stands behind a line that gets the memory of an array. */
static bool asks_for_memory(const struct flow *f, unsigned at)
{
    static const char call[] = "asyncc_array_new(";
    unsigned line = at;
    while (line && f->text[line - 1] != '\n')
        line--;
    for (unsigned i = line ? line - 1 : 0; i >= sizeof call && f->text[i - 1] != '\n'; i--)
        if (memcmp(f->text + i - (sizeof call - 1), call, sizeof call - 1) == 0)
            return true;
    return false;
}

static void enter(struct flow *f, CXCursor cursor, int kind)
{
    struct around around = { .outer = f->around, .kind = kind, .extent = extent_of(cursor) };
    around.is_scope = kind == AROUND_BLOCK || clang_getCursorKind(cursor) == CXCursor_ForStmt;
    around.is_pending = kind == AROUND_IF && asks(f, cursor, "== ASYNCC_PENDING");
    around.is_cancelled =
        kind == AROUND_IF && (asks(f, cursor, "!= ASYNCC_DONE") || asks_for_memory(f, around.extent.begin));
    if (kind == AROUND_BLOCK)
        arena_push(f->arena, f->facts->blocks, f->facts->block_count, around.extent);
    f->around = &around;
    descend(f, cursor);
    f->around = around.outer;
}

static enum CXChildVisitResult flow_visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
    struct flow *f = data;
    enum CXCursorKind kind = clang_getCursorKind(cursor);
    bool evaluated = f->is_evaluated, selected = f->is_selected;
    enum CXCursorKind outer = clang_getCursorKind(parent);
    if (outer != CXCursor_ParenExpr)
        f->is_selected = outer == CXCursor_ArraySubscriptExpr ||
                         (outer == CXCursor_UnaryOperator && f->text[extent_of(parent).begin] == '*');
    f->is_evaluated = evaluated && !is_in_type(cursor, parent);
    switch (kind) {
    case CXCursor_CompoundStmt: enter(f, cursor, AROUND_BLOCK); break;
    case CXCursor_ForStmt:
    case CXCursor_WhileStmt:
    case CXCursor_DoStmt: enter(f, cursor, AROUND_LOOP); break;
    case CXCursor_SwitchStmt: enter(f, cursor, AROUND_SWITCH); break;
    case CXCursor_IfStmt: enter(f, cursor, AROUND_IF); break;
    case CXCursor_ReturnStmt:
    case CXCursor_GotoStmt:
    case CXCursor_BreakStmt:
    case CXCursor_ContinueStmt:
        add_jump(f, cursor, kind);
        descend(f, cursor);
        break;
    default:
        f->is_evaluated = f->is_evaluated && !is_unevaluated(f, cursor, kind);
        look_for_address(f, cursor, kind);
        descend(f, cursor);
        break;
    }
    f->is_evaluated = evaluated;
    f->is_selected = selected;
    return CXChildVisit_Continue;
}

static enum CXChildVisitResult function_visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
    struct flow *f = data;
    CXFile file;
    struct clang_extent extent;
    (void)parent;
    file_offset(clang_getCursorLocation(cursor), &file);
    if (clang_getCursorKind(cursor) != CXCursor_FunctionDecl || !clang_isCursorDefinition(cursor) || !file ||
        !clang_File_isEqual(file, f->file))
        return CXChildVisit_Continue;
    extent = extent_of(cursor);
    f->function = extent;
    arena_push(f->arena, f->facts->functions, f->facts->function_count, extent);
    descend(f, cursor);
    return CXChildVisit_Continue;
}

void clang_read_flow(struct arena *arena, CXTranslationUnit tu, CXFile file, struct clang_facts *facts)
{
    size_t length;
    struct flow flow = { .arena = arena, .facts = facts, .tu = tu, .file = file, .is_evaluated = true };
    flow.text = clang_getFileContents(tu, file, &length);
    clang_visitChildren(clang_getTranslationUnitCursor(tu), function_visit, &flow);
}
