/*
 * clang_async.c - whether a declaration says async, of which libclang knows less than the text: redeclarations inherit the
 * attribute, and lose it behind a definition, and typeof and names of function types say it for others.
 */
#include "clang_internal.h"

#include "base/arena.h"

#include <string.h>

/* ---- by typeof ---- */

/* The function that the operand of a typeof names, maybe by a pointer, a table or a member. */
static enum CXChildVisitResult operand_visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
    struct attributes *a = data;
    if (clang_equalCursors(cursor, clang_Cursor_getVarDeclInitializer(parent)))
        return CXChildVisit_Break;
    switch (clang_getCursorKind(cursor)) {
    case CXCursor_DeclRefExpr:
    case CXCursor_MemberRefExpr:
    case CXCursor_TypeRef: {
        const struct decl *named = decl_of(a->b, clang_getCursorReferenced(cursor));
        a->decl->is_async = a->decl->is_async || (named && named->is_async);
        return CXChildVisit_Break;
    }
    case CXCursor_UnexposedExpr:
    case CXCursor_ParenExpr:
    case CXCursor_UnaryOperator:
    case CXCursor_ArraySubscriptExpr: return CXChildVisit_Recurse;
    default: return CXChildVisit_Continue;
    }
}

/* The end of what declares the function's type; a redeclaration's own is lost. */
static bool is_behind_typeof(const struct unit *unit, unsigned name)
{
    const struct token *token = unit_token_before(unit, name);
    for (int depth = 0; token; token = unit_token_before(unit, token->begin)) {
        depth += token_is(unit, token, ")") - token_is(unit, token, "(");
        if (depth <= 0)
            break;
    }
    const struct token *word = token_is(unit, token, "(") ? unit_token_before(unit, token->begin) : NULL;
    return token_is(unit, word, "__typeof__") || token_is(unit, word, "__typeof") || token_is(unit, word, "typeof");
}

/* Whether it is one of typeof's, or of pointers to or arrays of such. */
static bool is_made_by_typeof(const struct type *type)
{
    while (type && !type->is_inferred &&
           (type->kind == TYPE_SUGAR || type->kind == TYPE_POINTER || type->kind == TYPE_ARRAY ||
            type->kind == TYPE_VARIABLE_ARRAY))
        type = type->target;
    return type && type->is_inferred;
}

static CXType declared_type(CXCursor cursor)
{
    return clang_getCursorKind(cursor) == CXCursor_TypedefDecl ? clang_getTypedefDeclUnderlyingType(cursor)
                                                               : clang_getCursorType(cursor);
}

bool is_async_by_typeof(struct builder *b, CXCursor cursor)
{
    bool is_function = clang_getCursorKind(cursor) == CXCursor_FunctionDecl;
    if (!is_made_by_typeof(type_of(b, declared_type(cursor))) &&
        !(is_function && is_behind_typeof(b->unit, file_offset(clang_getCursorLocation(cursor), NULL))))
        return false;
    struct decl named = { 0 };
    clang_visitChildren(cursor, operand_visit, &(struct attributes){ b, &named });
    return named.is_async;
}

/* ---- by its own words ---- */

/* The annotations of this declaration itself, without those it inherits from an earlier one. */
struct spelled {
    struct builder *b;
    const struct decl *decl;
    bool async;
};

/* `handler f;`, the name of an async function type in front of the declared name: a redeclaration's type has lost it. */
static bool is_name_of_async(struct spelled *s, CXCursor reference, CXCursor declared)
{
    unsigned begin, end;
    const struct decl *decl = decl_of(s->b, clang_getCursorReferenced(reference));
    span(s->b, reference, &begin, &end);
    unsigned name = file_offset(clang_getCursorLocation(declared), NULL);
    const struct token *before = unit_token_before(s->b->unit, name);
    return decl && decl->kind == DECL_TYPEDEF && decl->is_async && type_plain(decl->type)->kind == TYPE_FUNCTION && before &&
           (before->end == end || token_is(s->b->unit, before, ",")); /* the name may be one of several */
}

/* `async int f(int), f(int);`: one attribute of several declarations, so nothing ends between it and the name. */
static bool is_in_front(const struct unit *unit, unsigned at, unsigned name)
{
    int depth = 0;
    const struct token *token = at <= name ? unit_token(unit, at) : NULL;
    for (; token && token->begin < name; token = unit_token(unit, token->end)) {
        depth += token_is(unit, token, "{") - token_is(unit, token, "}");
        if (depth < 0 || (depth == 0 && token_is(unit, token, ";")))
            return false;
    }
    return token != NULL;
}

/*
 * An inherited attribute is where the earlier declaration has it. Offsets do not tell: by macros, the attribute and
 * the name may stand anywhere.
 */
static bool is_own_async(const struct spelled *s, CXCursor attribute, CXCursor declared)
{
    CXSourceLocation location = clang_getRangeStart(clang_getCursorExtent(attribute));
    CXFile file, own;
    unsigned at = file_offset(location, &file), name = file_offset(clang_getCursorLocation(declared), &own);
    if (!file || !own || !clang_File_isEqual(file, own))
        return false;
    void **last = map_at(&s->b->asyncs, s->decl, 0);
    if (*last && clang_equalLocations(*(CXSourceLocation *)*last, location))
        return is_in_front(s->b->unit, at, name);
    *last = arena_get(s->b->unit->arena, sizeof location);
    *(CXSourceLocation *)*last = location;
    return true;
}

static enum CXChildVisitResult spelled_visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
    struct spelled *s = data;
    enum CXCursorKind kind = clang_getCursorKind(cursor);
    s->async =
        s->async || (kind == CXCursor_TypeRef && is_name_of_async(s, cursor, parent)) ||
        (kind == CXCursor_AnnotateAttr && strcmp(take(s->b->unit->arena, clang_getCursorSpelling(cursor)), "async") == 0 &&
         is_own_async(s, cursor, parent));
    return CXChildVisit_Continue;
}

/* clang drops the attributes of a declaration behind the definition; one that a macro writes is taken to agree. */
static bool says_async(const struct unit *unit, const struct node *node)
{
    const struct decl *decl = node->decl;
    if (!decl->definition || node == decl->definition)
        return false;
    const struct token *token = unit_token(unit, node->begin);
    for (; token && token->begin < node->end; token = unit_token(unit, token->end)) {
        const struct invocation *invocation = unit_invocation(unit, token->begin);
        if (invocation && !invocation->is_dialect)
            return decl->is_async;
        if (token->kind == TOKEN_PUNCTUATION)
            return false;
        if (token_is(unit, token, "async") || token_is(unit, token, "_Async"))
            return true;
    }
    return false;
}

void note_async(struct builder *b, CXCursor cursor, struct node *node)
{
    struct spelled spelled = { b, node->decl, is_async_by_typeof(b, cursor) };
    struct attributes attributes = { b, node->decl };
    clang_visitChildren(cursor, own_attribute_visit, &attributes);
    clang_visitChildren(cursor, spelled_visit, &spelled);
    node->says_async = spelled.async || says_async(b->unit, node);
    if (spelled.async && !node->decl->returns_async) {
        node->decl->is_async = true;
        settle_async(node->decl);
    }
}
