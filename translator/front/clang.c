/*
 * clang.c - parses, and builds the tree. It knows libclang's quirks, which differ between 14, 19 and 22, and
 * hides them: operators are read from the tokens in all versions alike, implicit nodes are told apart by
 * their spans and types, types are spelled by us.
 */
#include "clang.h"

#include "base/arena.h"
#include "clang_internal.h"
#include "base/diag.h"
#include "shape.h"

#include <stdlib.h>
#include <string.h>

/* ---- strings and places ---- */

char *take(struct arena *arena, CXString string)
{
    const char *text = clang_getCString(string);
    char *copy = arena_copy(arena, text ? text : "", text ? strlen(text) : 0);
    clang_disposeString(string);
    return copy;
}

unsigned file_offset(CXSourceLocation location, CXFile *file)
{
    unsigned offset;
    clang_getFileLocation(location, file, NULL, NULL, &offset);
    return offset;
}

/* Libclang numbers the bytes of the files one after the other, and what macros make behind them; one call tells little more. */
static void number_places(struct builder *b)
{
    unsigned length = (unsigned)b->unit->length, begin = clang_getLocationForOffset(b->tu, b->file, 0).int_data;
    if (clang_getLocationForOffset(b->tu, b->file, length).int_data - begin == length)
        b->raw_begin = begin, b->raw_length = length;
}

unsigned byte_of(const struct builder *b, CXSourceLocation location, CXFile *file)
{
    if (location.int_data - b->raw_begin >= b->raw_length)
        return file_offset(location, file);
    if (file)
        *file = b->file;
    return location.int_data - b->raw_begin;
}

bool in_main_file(struct builder *b, CXSourceLocation location)
{
    CXFile file;
    byte_of(b, location, &file);
    return file && clang_File_isEqual(file, b->file);
}

CXSourceLocation last_token(CXSourceRange range)
{
    CXSourceRange last = range;
    last.end_int_data -= last.end_int_data != 0;
    return clang_getRangeEnd(last);
}

/* Of a cursor's extent, the first byte and one of the last token, and their files. */
struct ends {
    CXSourceRange range;
    CXFile from, to;
    unsigned begin, last;
};

static struct ends ends_of(const struct builder *b, CXCursor cursor)
{
    struct ends ends = { .range = clang_getCursorExtent(cursor) };
    ends.begin = byte_of(b, clang_getRangeStart(ends.range), &ends.from);
    ends.last = byte_of(b, last_token(ends.range), &ends.to);
    return ends;
}

static unsigned end_of(const struct unit *unit, const struct ends *ends)
{
    const struct invocation *invocation = unit_invocation(unit, ends->last);
    bool in_argument = invocation && ends->begin > invocation->begin && ends->last > invocation->begin;
    unsigned end = invocation && !in_argument ? invocation->whole_end : unit_token_end(unit, ends->last);
    return end < ends->begin ? ends->begin : end;
}

void span(struct builder *b, CXCursor cursor, unsigned *begin, unsigned *end)
{
    struct ends ends = ends_of(b, cursor);
    *begin = ends.begin;
    *end = end_of(b->unit, &ends);
}

/* ---- nodes ---- */

static enum CXChildVisitResult goto_visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    if (clang_getCursorKind(cursor) == CXCursor_LabelRef)
        *(CXCursor *)data = cursor;
    return CXChildVisit_Continue;
}

static struct node *build(struct builder *b, CXCursor cursor, struct node *parent);

static enum CXChildVisitResult child_visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
    struct builder *b = data;
    (void)parent;
    build(b, cursor, b->parent);
    return CXChildVisit_Continue;
}

static void build_children(struct builder *b, CXCursor cursor, struct node *node)
{
    struct node *parent = b->parent;
    b->parent = node;
    if (visit_children(cursor, child_visit, b))
        node->op = OP_OR;
    b->parent = parent;
}

static enum node_kind kind_of(enum CXCursorKind kind)
{
    switch (kind) {
    case CXCursor_FunctionDecl: return NODE_FUNCTION;
    case CXCursor_VarDecl: return NODE_VARIABLE;
    case CXCursor_StructDecl:
    case CXCursor_UnionDecl:
    case CXCursor_EnumDecl:
    case CXCursor_TypedefDecl:
    case CXCursor_StaticAssert: return NODE_TYPE;
    case CXCursor_CompoundStmt: return NODE_COMPOUND;
    case CXCursor_DeclStmt: return NODE_DECLARATIONS;
    case CXCursor_IfStmt: return NODE_IF;
    case CXCursor_WhileStmt: return NODE_WHILE;
    case CXCursor_DoStmt: return NODE_DO;
    case CXCursor_ForStmt: return NODE_FOR;
    case CXCursor_SwitchStmt: return NODE_SWITCH;
    case CXCursor_CaseStmt: return NODE_CASE;
    case CXCursor_DefaultStmt: return NODE_DEFAULT;
    case CXCursor_LabelStmt: return NODE_LABEL;
    case CXCursor_GotoStmt: return NODE_GOTO;
    case CXCursor_IndirectGotoStmt: return NODE_GOTO_INDIRECT;
    case CXCursor_BreakStmt: return NODE_BREAK;
    case CXCursor_ContinueStmt: return NODE_CONTINUE;
    case CXCursor_ReturnStmt: return NODE_RETURN;
    case CXCursor_NullStmt: return NODE_NULL;
    case CXCursor_GCCAsmStmt:
    case CXCursor_MSAsmStmt: return NODE_ASM;
    case CXCursor_IntegerLiteral:
    case CXCursor_FloatingLiteral:
    case CXCursor_ImaginaryLiteral:
    case CXCursor_CharacterLiteral: return NODE_LITERAL;
    case CXCursor_StringLiteral: return NODE_STRING;
    case CXCursor_DeclRefExpr: return NODE_REFERENCE;
    case CXCursor_MemberRefExpr: return NODE_MEMBER;
    case CXCursor_CallExpr: return NODE_CALL;
    case CXCursor_UnaryOperator: return NODE_UNARY;
    case CXCursor_BinaryOperator: return NODE_BINARY;
    case CXCursor_CompoundAssignOperator: return NODE_COMPOUND_ASSIGN;
    case CXCursor_ConditionalOperator: return NODE_CONDITIONAL;
    case CXCursor_CStyleCastExpr: return NODE_CAST;
    case CXCursor_ParenExpr: return NODE_PAREN;
    case CXCursor_InitListExpr: return NODE_INITIALISERS;
    case CXCursor_CompoundLiteralExpr: return NODE_COMPOUND_LITERAL;
    case CXCursor_ArraySubscriptExpr: return NODE_SUBSCRIPT;
    case CXCursor_StmtExpr: return NODE_STATEMENT_EXPRESSION;
    case CXCursor_UnaryExpr: return NODE_UNEVALUATED;
    case CXCursor_GenericSelectionExpr: return NODE_GENERIC;
    case CXCursor_AddrLabelExpr: return NODE_LABEL_ADDRESS;
    default: return NODE_OTHER;
    }
}

/* There are more of these directives with each version of clang. */
static bool is_openmp(enum CXCursorKind kind)
{
    if (!clang_isStatement(kind) || kind_of(kind) != NODE_OTHER)
        return false;
    CXString name = clang_getCursorKindSpelling(kind);
    bool is_openmp = strncmp(clang_getCString(name), "OMP", 3) == 0;
    clang_disposeString(name);
    return is_openmp;
}

/* Of `typeof(row)` clang shows the type that it stands for alone. */
static enum CXChildVisitResult typedef_visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
    struct attributes *a = data;
    CXCursor named = clang_getCursorReferenced(cursor);
    (void)parent;
    if (clang_getCursorKind(cursor) == CXCursor_TypeRef && clang_getCursorKind(named) == CXCursor_TypedefDecl)
        a->decl->of_typedef = decl_of(a->b, named);
    return CXChildVisit_Continue;
}

static void build_sizes(struct builder *b, CXCursor cursor, struct node *node, struct node *init)
{
    if (type_is_variable(node->decl->type))
        clang_visitChildren(cursor, typedef_visit, &(struct attributes){ b, node->decl });
    shape_variable(b->unit, node, init);
}

static void build_variable(struct builder *b, CXCursor cursor, struct node *node)
{
    node->decl = decl_of(b, cursor);
    struct attributes attributes = { b, node->decl };
    if (!node->decl->node) {
        clang_visitChildren(cursor, alignment_visit, &attributes);
        clang_visitChildren(cursor, own_attribute_visit, &attributes);
    }
    node->type = node->decl->type;
    if (!node->decl->node)
        node->decl->node = node;
    node->decl->scope = b->scope;
    build_children(b, cursor, node);
    CXCursor initialiser = clang_Cursor_getVarDeclInitializer(cursor);
    struct node *keep = NULL;
    if (!clang_Cursor_isNull(initialiser) && !clang_isInvalid(clang_getCursorKind(initialiser)))
        keep = node->last;
    build_sizes(b, cursor, node, keep);
    node->part[PART_INIT] = keep;
}

/* A prototype has no nodes below it, but its typeof may name functions. */
static enum CXChildVisitResult named_visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    struct decl *named = NULL;
    if (clang_getCursorKind(cursor) == CXCursor_DeclRefExpr)
        named = decl_of(data, clang_getCursorReferenced(cursor));
    if (named && named->kind == DECL_FUNCTION)
        named->needs_natural = true;
    return CXChildVisit_Recurse;
}

static void build_function(struct builder *b, CXCursor cursor, struct node *node)
{
    struct decl *decl = decl_of(b, cursor);
    node->decl = decl;
    if (!decl->node)
        arena_push(b->unit->arena, b->unit->decls, b->unit->decl_count, decl);
    decl->node = node;
    if (!clang_isCursorDefinition(cursor)) {
        decl->has_prototype = true;
        visit_children(cursor, named_visit, b);
        return;
    }
    struct decl *outer = b->function;
    b->function = decl;
    decl->definition = node;
    decl->definition_at = file_offset(clang_getCursorLocation(cursor), NULL);
    decl->params = NULL; /* those of the definition */
    decl->param_count = 0;
    fill_function(b, decl, cursor);
    decl->type = type_plain(type_of(b, clang_getCursorType(cursor)));
    decl->is_weak = !decl->is_static && is_weak(b, cursor);
    b->scope = node;
    for (size_t i = 0; i < decl->param_count; i++)
        decl->params[i]->scope = node;
    build_children(b, cursor, node);
    for (struct node *child = node->first; child; child = child->next)
        if (child->kind == NODE_COMPOUND)
            node->part[PART_BODY] = child;
    shape_link(node, node);
    b->function = outer;
}

/* Where the [[attributes]] begin that stand in front of a declaration, which clang's span leaves out. */
static unsigned before_attributes(const struct unit *unit, unsigned begin)
{
    const struct token *last = unit_token_before(unit, begin), *token = last;
    if (!token_is(unit, last, "]"))
        return begin;
    for (int depth = 0; token; token = unit_token_before(unit, token->begin)) {
        depth += token_is(unit, token, "]") - token_is(unit, token, "[");
        if (!depth)
            return token_is(unit, unit_token(unit, token->end), "[") ? before_attributes(unit, token->begin) : begin;
    }
    return begin;
}

static bool is_block(enum node_kind kind)
{
    return kind == NODE_COMPOUND || kind == NODE_FOR;
}

static enum CXChildVisitResult statement_visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    if (!clang_isStatement(clang_getCursorKind(cursor)))
        return CXChildVisit_Continue;
    *(CXCursor *)data = cursor;
    return CXChildVisit_Break;
}

/* A statement with attributes, or a loop with pragmas, in front of it: the statement itself. */
static bool build_attributed(struct builder *b, CXCursor cursor, struct node *parent)
{
    CXCursor statement = clang_getNullCursor();
    clang_visitChildren(cursor, statement_visit, &statement);
    if (clang_Cursor_isNull(statement))
        return false;
    struct extent lead;
    unsigned end;
    span(b, cursor, &lead.begin, &end);
    span(b, statement, &lead.end, &end);
    if (lead.begin < lead.end && in_main_file(b, clang_getRangeStart(clang_getCursorExtent(statement))))
        arena_push(b->unit->arena, b->unit->leads, b->unit->lead_count, lead);
    struct node *last = parent->last;
    build(b, statement, parent);
    return parent->last != last;
}

static bool is_conditional(const struct node *node)
{
    while (node && node->kind == NODE_PAREN)
        node = node->first;
    return node && node->kind == NODE_CONDITIONAL;
}

/* What stands in a file included here has no text of this one; what only begins or ends there needs to have. */
static void note_file(struct builder *b, const struct ends *spelled, struct node *node, const struct node *parent)
{
    CXFile from = spelled->from, to = spelled->to;
    bool begins = from && clang_File_isEqual(from, b->file), ends = !to || clang_File_isEqual(to, b->file);
    if (begins && ends)
        return;
    if (begins || (ends && to))
        need(b, begins ? last_token(spelled->range) : clang_getRangeStart(spelled->range));
    node->source = begins ? source_of(b, to) : from ? source_of(b, from) : b->unit->sources[0];
    node->begin = node->end = parent->last ? parent->last->end : parent->begin;
}

static enum CXChildVisitResult first_visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    *(CXCursor *)data = cursor;
    return clang_isExpression(clang_getCursorKind(cursor)) ? CXChildVisit_Break : CXChildVisit_Continue;
}

/*
 * An argument for a parameter that is a transparent union: clang wraps it into a compound literal, which begins where the
 * argument does; those of the text begin with a parenthesis.
 */
static bool is_union_argument(CXCursor literal, CXCursor *argument)
{
    CXCursor list = clang_getNullCursor();
    *argument = clang_getNullCursor();
    clang_visitChildren(literal, first_visit, &list);
    clang_visitChildren(list, first_visit, argument);
    return clang_getCursorKind(list) == CXCursor_InitListExpr && !clang_Cursor_isNull(*argument) &&
           clang_equalLocations(clang_getRangeStart(clang_getCursorExtent(literal)),
                                clang_getRangeStart(clang_getCursorExtent(*argument)));
}

/* To libclang 14 an initialiser of an anonymous record's member is nowhere; it begins with its designators. */
static void place_designated(const struct unit *unit, struct node *node)
{
    int depth = 0;
    if (!node->last || node->last->source)
        return;
    node->source = NULL;
    node->begin = node->last->begin;
    node->end = node->last->end;
    for (const struct token *token = unit_token_before(unit, node->begin); token;
         token = unit_token_before(unit, token->begin)) {
        if (!depth && (token_is(unit, token, "{") || token_is(unit, token, ",")))
            break;
        depth += token_is(unit, token, "]") - token_is(unit, token, "[");
        node->begin = token->begin;
    }
}

static struct node *build(struct builder *b, CXCursor cursor, struct node *parent)
{
    CXCursor argument;
    if (clang_getCursorKind(cursor) == CXCursor_CompoundLiteralExpr && is_union_argument(cursor, &argument))
        return build(b, argument, parent);
    enum CXCursorKind cx = clang_getCursorKind(cursor);
    if (clang_isReference(cx) || clang_isAttribute(cx) || clang_isPreprocessing(cx) || cx == CXCursor_ParmDecl)
        return NULL;
    enum node_kind kind = is_openmp(cx) ? NODE_OPENMP : kind_of(cx);
    if (b->function && parent->kind == NODE_TYPE && (cx == CXCursor_EnumConstantDecl || cx == CXCursor_FieldDecl))
        kind = NODE_UNEVALUATED; /* its value, size or width may name locals */
    else if (kind == NODE_OTHER && !clang_isExpression(cx) && !clang_isStatement(cx))
        return NULL;
    /* a declaration inside a declarator's type is clang's repetition */
    if (clang_isDeclaration(cx) && parent != b->unit->root && parent->kind != NODE_DECLARATIONS &&
        !(parent->kind == NODE_TYPE && (kind == NODE_TYPE || kind == NODE_UNEVALUATED)))
        return NULL;
    if (cx == CXCursor_UnexposedStmt && build_attributed(b, cursor, parent))
        return parent->last;
    struct node *node = node_new(b->unit, kind);
    struct ends ends = ends_of(b, cursor);
    node->begin = ends.begin;
    node->end = end_of(b->unit, &ends);
    if (parent != b->unit->root)
        note_file(b, &ends, node, parent);
    if (kind == NODE_FUNCTION)
        node->begin = before_attributes(b->unit, node->begin);
    node_append(parent, node);
    if (clang_isExpression(cx)) {
        node->type = type_of(b, clang_getCursorType(cursor));
    }
    struct node *scope = b->scope;
    if (is_block(kind))
        b->scope = node;
    switch (kind) {
    case NODE_FUNCTION:
        build_function(b, cursor, node);
        note_async(b, cursor, node);
        if (node->decl->is_async && node->decl->definition == node)
            read_words(b, cursor, node->decl);
        break;
    case NODE_VARIABLE: build_variable(b, cursor, node); break;
    case NODE_TYPE:
        node->decl = decl_of(b, cursor);
        if (node->decl && (!node->decl->node || clang_isCursorDefinition(cursor)))
            node->decl->node = node;
        build_children(b, cursor, node); /* records inside records */
        if (node->decl && node->decl->kind == DECL_TYPEDEF && type_is_variable(node->decl->type))
            build_sizes(b, cursor, node, NULL);
        break;
    case NODE_REFERENCE: node->decl = decl_of(b, clang_getCursorReferenced(cursor)); break;
    case NODE_MEMBER:
        node->decl = decl_of(b, clang_getCursorReferenced(cursor));
        build_children(b, cursor, node);
        break;
    case NODE_LABEL:
        node->decl = label_of(b, cursor);
        node->decl->node = node;
        build_children(b, cursor, node);
        break;
    case NODE_GOTO:
    case NODE_LABEL_ADDRESS: {
        CXCursor label = clang_getNullCursor();
        clang_visitChildren(cursor, goto_visit, &label);
        if (!clang_Cursor_isNull(label))
            node->decl = label_of(b, clang_getCursorReferenced(label));
        break;
    }
    default: build_children(b, cursor, node); break;
    }
    b->scope = scope;
    if (kind == NODE_UNARY || kind == NODE_PAREN || kind == NODE_CALL)
        node->spelled = ends.range.begin_int_data;
    if (kind == NODE_UNARY)
        shape_unary(b->unit, node);
    else if (kind == NODE_BINARY)
        shape_binary(b->unit, node);
    else if (kind == NODE_CAST || kind == NODE_COMPOUND_LITERAL)
        shape_cast(b->unit, node);
    else if (kind == NODE_GENERIC)
        shape_generic(b->unit, node);
    else if (kind == NODE_UNEVALUATED && !clang_isDeclaration(cx))
        shape_sizeof(b->unit, node);
    else if (kind == NODE_CALL)
        shape_call(node);
    else if (cx == CXCursor_UnexposedExpr)
        shape_unexposed(b->unit, node);
    if (is_conditional(node) && node->type && type_plain(node->type)->kind == TYPE_POINTER)
        node->type = type_of(b, clang_getCanonicalType(clang_getCursorType(cursor))); /* else by version, as an arm's */
    if (node->kind == NODE_OTHER && parent->kind == NODE_INITIALISERS && node->type && type_is_void(node->type))
        node->kind = NODE_DESIGNATED;
    if (node->kind == NODE_DESIGNATED && clang_equalLocations(clang_getCursorLocation(cursor), clang_getNullLocation()))
        place_designated(b->unit, node);
    shape_parts(b->unit, node);
    return node;
}

/* ---- the file ---- */

static enum CXChildVisitResult top_visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
    struct builder *b = data;
    (void)parent;
    if (clang_isPreprocessing(clang_getCursorKind(cursor)))
        return CXChildVisit_Continue;
    find_reserved(b, cursor);
    if (!in_main_file(b, clang_getCursorLocation(cursor)))
        foreign_declaration(b, cursor);
    else if (is_whole(b, cursor))
        build(b, cursor, b->unit->root);
    return CXChildVisit_Continue;
}

/* ---- parsing ---- */

static CXTranslationUnit parse(CXIndex index, const struct clang_input *input, unsigned options, enum CXErrorCode *error)
{
    struct CXUnsavedFile file = { input->path, input->text, (unsigned long)input->length };
    CXTranslationUnit tu = NULL;
    *error = clang_parseTranslationUnit2(index, input->path, input->arguments, (int)input->argument_count,
                                         input->text ? &file : NULL, input->text ? 1 : 0, options, &tu);
    return tu;
}

static void build_unit(struct builder *b, const struct clang_input *input)
{
    struct unit *unit = b->unit;
    size_t length = 0;
    const char *text = clang_getFileContents(b->tu, b->file, &length);
    unit->text = arena_copy(unit->arena, text ? text : "", text ? length : 0);
    unit->length = length;
    CXTargetInfo target = clang_getTranslationUnitTargetInfo(b->tu);
    unit->pointer_size = clang_TargetInfo_getPointerWidth(target) / 8;
    clang_TargetInfo_dispose(target);
    number_places(b);
    read_text(b);
    find_weak(b);
    find_below(b);
    find_counting(b, input);
    find_popped(b);
    find_poisoned(b);
    unit->mentions_base_file = is_mentioned(b, "__BASE_FILE__");
    unit->root = node_new(unit, NODE_OTHER);
    clang_visitChildren(clang_getTranslationUnitCursor(b->tu), top_visit, b);
    unit_index_tops(unit);
    settle_words(unit);
    unit_index_types(unit);
}

/* The same input, where libclang may warn. */
static struct clang_input with_warnings(struct arena *arena, const struct clang_input *input)
{
    struct clang_input warning = *input;
    if (!input->warning_count)
        return warning;
    warning.arguments = NULL;
    warning.argument_count = 0;
    for (size_t i = 0; i < input->argument_count; i++)
        if (strcmp(input->arguments[i], "-w") != 0)
            arena_push(arena, warning.arguments, warning.argument_count, input->arguments[i]);
    for (size_t i = 0; i < input->warning_count; i++)
        arena_push(arena, warning.arguments, warning.argument_count, input->warnings[i]);
    return warning;
}

struct unit *clang_parse(struct arena *arena, const struct clang_input *input, struct diagnostics *diagnostics)
{
    CXIndex index = clang_createIndex(0, 0);
    enum CXErrorCode error;
    struct clang_input warning = with_warnings(arena, input);
    CXTranslationUnit tu = parse(index, &warning, CXTranslationUnit_DetailedPreprocessingRecord, &error);
    struct unit *unit = NULL;
    if (!tu) {
        diag_foreign(diagnostics, SEVERITY_ERROR, NULL,
                     arena_format(arena, "cannot parse '%s' (libclang error %d); are all options known to clang?",
                                  input->path, (int)error));
    } else {
        clang_take_diagnostics(arena, tu, diagnostics);
        if (!diagnostics->errors) {
            unit = arena_get(arena, sizeof *unit);
            unit->arena = arena;
            unit->path = input->path;
            struct builder b = { .unit = unit, .diagnostics = diagnostics, .input = input, .tu = tu };
            b.macro_names.arena = arena;
            b.own_macros.arena = arena;
            unit->object_macros = arena_get(arena, sizeof *unit->object_macros);
            unit->object_macros->arena = arena;
            b.file = clang_getFile(tu, input->path);
            require(b.file);
            build_unit(&b, input);
            clang_take_warnings(&b);
            free(b.decls.slots);
            free(b.from.slots);
            free(b.reserving.seen.slots);
            free(b.types.slots);
            free(b.asyncs.slots);
        }
        clang_disposeTranslationUnit(tu);
    }
    clang_disposeIndex(index);
    return unit;
}

const char **clang_presumed_names(struct arena *arena, const struct clang_input *input, const unsigned *offsets,
                                  size_t count)
{
    CXIndex index = clang_createIndex(0, 0);
    enum CXErrorCode error;
    CXTranslationUnit tu = parse(index, input, CXTranslationUnit_SkipFunctionBodies, &error);
    CXFile file = tu ? clang_getFile(tu, input->path) : NULL;
    const char **names = arena_get(arena, (count + 1) * sizeof *names);
    for (size_t i = 0; i < count; i++) {
        CXString name;
        names[i] = "";
        if (!file)
            continue;
        clang_getPresumedLocation(clang_getLocationForOffset(tu, file, offsets[i]), &name, NULL, NULL);
        names[i] = take(arena, name);
    }
    if (tu)
        clang_disposeTranslationUnit(tu);
    clang_disposeIndex(index);
    return names;
}

bool clang_accepts(const char *const *options, size_t count)
{
    CXIndex index = clang_createIndex(0, 0);
    struct CXUnsavedFile empty = { "empty.c", "", 0 };
    CXTranslationUnit tu = NULL;
    bool accepts = !clang_parseTranslationUnit2(index, empty.Filename, options, (int)count, &empty, 1, 0, &tu);
    for (unsigned i = 0; accepts && i < clang_getNumDiagnostics(tu); i++) {
        CXDiagnostic diagnostic = clang_getDiagnostic(tu, i);
        accepts = clang_getDiagnosticSeverity(diagnostic) < CXDiagnostic_Error;
        clang_disposeDiagnostic(diagnostic);
    }
    if (tu)
        clang_disposeTranslationUnit(tu);
    clang_disposeIndex(index);
    return accepts;
}

const char *clang_version(void)
{
    static char version[256];
    CXString string = clang_getClangVersion();
    strncpy(version, clang_getCString(string), sizeof version - 1);
    clang_disposeString(string);
    return version;
}

void *clang_library_address(void)
{
    return (void *)(uintptr_t)clang_createIndex;
}
