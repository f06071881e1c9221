/*
 * clang_names.c - which declaration each name in an async function means: clang's answers, as words. The walk goes through
 * all that clang shows, types included, and keeps track of the scopes of C17 6.2.1 around it. What clang does not show is
 * resolve.c's to find.
 */
#include "clang_internal.h"

#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

struct reader {
    struct builder *b;
    const struct decl *function;
    const struct reader *outer; /* that of the cursor around */
    struct extent scope;        /* the innermost around */
    bool is_prototype;          /* it is the parentheses of a declarator */
    bool in_prototype;          /* it stands in such parentheses, where nothing is evaluated */
    bool is_head;               /* in the type of the function's result, which is declared outside */
};

/* ---- places ---- */

/* The parentheses around a parameter of a declarator. */
static struct extent prototype_around(const struct unit *unit, unsigned at)
{
    const struct invocation *invocation = unit_invocation(unit, at);
    if (invocation && !invocation->is_dialect)
        return (struct extent){ invocation->begin, invocation->end };
    const struct token *open = unit_token_before(unit, at);
    int depth = 0, braces = 0;
    for (; open; open = unit_token_before(unit, open->begin)) {
        depth += token_is(unit, open, ")") - token_is(unit, open, "(");
        braces += token_is(unit, open, "}") - token_is(unit, open, "{");
        if (depth < 0)
            break;
        if (braces < 0 || (braces == 0 && token_is(unit, open, ";")))
            return (struct extent){ at, at }; /* a macro of the dialect has them */
    }
    const struct token *close = open ? unit_closing(unit, open) : NULL;
    return (struct extent){ open ? open->begin : at, close ? close->end : at };
}

static bool is_macro(const struct unit *unit, unsigned at)
{
    return unit_invocation(unit, at) && unit_has_mention(unit, at);
}

/* ---- words ---- */

static void add_word(struct reader *r, CXCursor at, enum word_kind kind, struct decl *decl)
{
    struct unit *unit = r->b->unit;
    CXSourceLocation location = clang_getCursorLocation(at);
    if (!in_main_file(r->b, location))
        return;
    struct word word = { file_offset(location, NULL), kind, true, r->is_prototype, decl, r->scope, unit->word_count };
    const struct token *token = unit_token(unit, word.at);
    word.is_spelled = token && token->begin == word.at && token->kind != TOKEN_PUNCTUATION &&
                      (!decl || token_is(unit, token, decl->name)) && !is_macro(unit, word.at);
    if (word.is_spelled || unit_invocation(unit, word.at))
        arena_push(unit->arena, unit->words, unit->word_count, word);
}

/* `struct s *p` declares the tag where nothing did before. */
static void add_use(struct reader *r, CXCursor cursor)
{
    CXCursor declaration = clang_getCanonicalCursor(clang_getCursorReferenced(cursor));
    struct decl *decl = decl_of(r->b, declaration);
    if (!decl || !*decl->name)
        return;
    bool is_tag = decl->kind == DECL_RECORD || decl->kind == DECL_ENUM;
    bool is_first = is_tag && decl->in_file && decl->at == file_offset(clang_getCursorLocation(cursor), NULL);
    add_word(r, cursor, is_first && !r->is_head ? WORD_DECLARES : WORD_USES, decl);
}

static bool is_parameter_of(const struct decl *function, const struct decl *decl)
{
    for (size_t i = 0; i < function->param_count; i++)
        if (function->params[i] == decl)
            return true;
    return false;
}

static void add_declaration(struct reader *r, CXCursor cursor)
{
    struct decl *decl = decl_of(r->b, cursor);
    if (clang_getCursorKind(cursor) == CXCursor_ParmDecl && !is_parameter_of(r->function, decl)) {
        unsigned begin, end;
        span(r->b, cursor, &begin, &end);
        r->scope = prototype_around(r->b->unit, begin);
        r->is_prototype = true;
    }
    if (clang_getCursorKind(cursor) == CXCursor_ParmDecl)
        r->is_head = false;
    if (decl && *decl->name)
        add_word(r, cursor, r->is_head ? WORD_USES : WORD_DECLARES, decl);
}

/* Whether the block begins with __label__s, and the name is one. */
static bool declares_label(const struct unit *unit, unsigned block, const char *name)
{
    const struct token *token = unit_token(unit, block);
    token = token_is(unit, token, "{") ? unit_token(unit, token->end) : NULL;
    while (token_is(unit, token, "__label__")) {
        for (; token && !token_is(unit, token, ";"); token = unit_token(unit, token->end))
            if (token_is(unit, token, name))
                return true;
        token = token ? unit_token(unit, token->end) : NULL;
    }
    return false;
}

/* The block that declares it, or the function. */
static struct extent label_scope(const struct reader *r, const char *name)
{
    while (r->outer && !declares_label(r->b->unit, r->scope.begin, name))
        r = r->outer;
    return r->scope;
}

static void add_label(struct reader *r, CXCursor cursor)
{
    struct decl *label = label_of(r->b, cursor);
    r->scope = label_scope(r, label->name);
    add_word(r, cursor, WORD_DECLARES, label);
}

/* ---- the walk ---- */

static bool opens_scope(enum CXCursorKind kind)
{
    switch (kind) {
    case CXCursor_CompoundStmt:
    case CXCursor_IfStmt:
    case CXCursor_WhileStmt:
    case CXCursor_DoStmt:
    case CXCursor_ForStmt:
    case CXCursor_SwitchStmt: return true;
    default: return false;
    }
}

static void add_jump(struct reader *r, CXCursor cursor, enum node_kind kind)
{
    struct unit *unit = r->b->unit;
    struct jump jump = { .kind = kind };
    unsigned end;
    span(r->b, cursor, &jump.at, &end);
    if (!r->in_prototype && in_main_file(r->b, clang_getRangeStart(clang_getCursorExtent(cursor))))
        arena_push(unit->arena, unit->jumps, unit->jump_count, jump);
}

static void read_one(struct reader *r, CXCursor cursor)
{
    switch (clang_getCursorKind(cursor)) {
    case CXCursor_ReturnStmt: add_jump(r, cursor, NODE_RETURN); break;
    case CXCursor_BreakStmt: add_jump(r, cursor, NODE_BREAK); break;
    case CXCursor_ContinueStmt: add_jump(r, cursor, NODE_CONTINUE); break;
    case CXCursor_GotoStmt: add_jump(r, cursor, NODE_GOTO); break;
    case CXCursor_DeclRefExpr:
    case CXCursor_TypeRef: add_use(r, cursor); break;
    case CXCursor_LabelRef: add_word(r, cursor, WORD_USES, label_of(r->b, clang_getCursorReferenced(cursor))); break;
    case CXCursor_MemberRefExpr:
    case CXCursor_MemberRef:
    case CXCursor_FieldDecl: add_word(r, cursor, WORD_MEMBER, NULL); break;
    case CXCursor_LabelStmt: add_label(r, cursor); break;
    case CXCursor_VarDecl:
    case CXCursor_ParmDecl:
    case CXCursor_FunctionDecl:
    case CXCursor_TypedefDecl:
    case CXCursor_StructDecl:
    case CXCursor_UnionDecl:
    case CXCursor_EnumDecl:
    case CXCursor_EnumConstantDecl: add_declaration(r, cursor); break;
    default: break;
    }
}

static enum CXChildVisitResult word_visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
    struct reader r = *(const struct reader *)data;
    struct extent scope;
    (void)parent;
    r.outer = data;
    if (opens_scope(clang_getCursorKind(cursor))) {
        span(r.b, cursor, &r.scope.begin, &r.scope.end);
        r.in_prototype = r.in_prototype || r.is_prototype;
        r.is_prototype = r.is_head = false;
    }
    scope = r.scope;
    read_one(&r, cursor);
    if (!r.is_prototype)
        r.scope = scope;
    visit_children(cursor, word_visit, &r);
    return CXChildVisit_Continue;
}

void read_words(struct builder *b, CXCursor function, struct decl *decl)
{
    struct reader r = { .b = b, .function = decl, .is_head = true };
    r.scope = (struct extent){ decl->definition->begin, decl->definition->end };
    clang_visitChildren(function, word_visit, &r);
}

/* ---- order ---- */

static int by_place(const void *left, const void *right)
{
    const struct word *a = left, *b = right;
    if (a->at != b->at)
        return a->at < b->at ? -1 : 1;
    return a->order < b->order ? -1 : 1;
}

/* Clang shows some twice: a type that is defined in a declarator, the arguments of macros. */
static bool is_again(const struct word *words, size_t count, const struct word *word)
{
    for (; count && words[count - 1].at == word->at; count--)
        if (words[count - 1].decl == word->decl)
            return true;
    return false;
}

static int jump_by_place(const void *left, const void *right)
{
    const struct jump *a = left, *b = right;
    return a->at < b->at ? -1 : a->at > b->at;
}

void settle_words(struct unit *unit)
{
    if (unit->jump_count)
        qsort(unit->jumps, unit->jump_count, sizeof *unit->jumps, jump_by_place);
    size_t kept = 0;
    if (unit->word_count)
        qsort(unit->words, unit->word_count, sizeof *unit->words, by_place);
    for (size_t i = 0; i < unit->word_count; i++)
        if (!is_again(unit->words, kept, &unit->words[i]))
            unit->words[kept++] = unit->words[i];
    unit->word_count = kept;
}
