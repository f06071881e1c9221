#include "tree.h"

#include "base/arena.h"
#include "base/diag.h"

#include <ctype.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* ---- nodes ---- */

struct node *node_new(struct unit *unit, enum node_kind kind)
{
    struct node *node = arena_get(unit->arena, sizeof *node);
    node->kind = kind;
    return node;
}

void node_append(struct node *parent, struct node *child)
{
    child->parent = parent;
    child->next = NULL;
    child->before = parent->last;
    if (parent->last)
        parent->last->next = child;
    else
        parent->first = child;
    parent->last = child;
}

void node_replace(struct node *node, struct node *by)
{
    struct node *parent = node->parent;
    require(parent);
    struct node *before = node->before;
    bool is_known = before && before->next == node && before->parent == parent;
    struct node **link = is_known ? &before->next : &parent->first;
    for (; *link && *link != node; link = &before->next)
        before = *link;
    if (*link) {
        by->next = node->next;
        by->before = link == &parent->first ? NULL : before;
        if (by->next)
            by->next->before = by;
        *link = by;
        if (parent->last == node)
            parent->last = by;
    }
    for (int i = 0; i < 4; i++)
        if (parent->part[i] == node)
            parent->part[i] = by;
    by->parent = parent;
    node->parent = NULL;
    node->next = NULL;
}

void node_substitute(struct node *node, struct node *by)
{
    by->begin = node->begin;
    by->end = node->end;
    by->is_edited = true;
    node_replace(node, by);
}

bool node_is_inside(const struct node *node, const struct node *ancestor)
{
    while (node && node != ancestor)
        node = node->parent;
    return node != NULL;
}

bool node_is_loop(const struct node *node)
{
    return node->kind == NODE_WHILE || node->kind == NODE_DO || node->kind == NODE_FOR || node->kind == NODE_X_LOOP;
}

const struct node *node_left_by(const struct node *jump, enum node_kind kind)
{
    const struct node *child = jump, *node = jump->parent;
    for (; node; child = node, node = node->parent) {
        if (node_is_loop(node) && !(node->kind == NODE_FOR && child == node->part[PART_INIT]))
            return node;
        if (kind == NODE_BREAK && node->kind == NODE_SWITCH && child != node->part[PART_CONDITION])
            return node;
    }
    return NULL;
}

struct node *node_strip(struct node *node)
{
    while (node && (node->kind == NODE_PAREN || node->kind == NODE_IMPLICIT) && node->first)
        node = node->first;
    return node;
}

struct node *node_strip_casts(struct node *node)
{
    while (
        node &&
        (node->kind == NODE_PAREN || node->kind == NODE_IMPLICIT || node->kind == NODE_CAST || node->kind == NODE_X_REST) &&
        node->last)
        node = node->last;
    return node;
}

struct await *await_operation(const struct await *await)
{
    while (await->kind == AWAIT_TIMEOUT)
        await = await->items[0];
    return (struct await *)await;
}

const struct await_form *await_form(const struct await *await)
{
    return &await_forms[await->kind];
}

bool await_has_children(const struct await *await)
{
    return await_form(await)->children != NULL;
}

bool await_has_winner(const struct await *await)
{
    return await_form(await)->value >= VALUE_WINNER;
}

bool await_may_suspend(const struct await *await)
{
    return await->kind != AWAIT_PLAIN;
}

bool node_is_evaluated(const struct node *node)
{
    while (node && node->kind != NODE_UNEVALUATED)
        node = node->parent;
    return !node;
}

bool node_is_expression(const struct node *node)
{
    return (node->kind >= NODE_LITERAL && node->kind <= NODE_AWAIT) || node->kind >= NODE_X_NAME;
}

bool decl_is_automatic(const struct decl *decl)
{
    return (decl->kind == DECL_PARAMETER || decl->kind == DECL_VARIABLE) && decl->is_local && !decl->is_static &&
           !decl->is_extern;
}

bool unit_is_member(const struct unit *unit, const struct token *token)
{
    const struct token *before = unit_token_before(unit, token->begin);
    return token_is(unit, before, ".") || token_is(unit, before, "->");
}

const struct token *unit_closing(const struct unit *unit, const struct token *open)
{
    static const char *const opening[] = { "(", "{", "[" }, *const closing[] = { ")", "}", "]" };
    size_t kind = 0;
    int depth = 0;
    while (kind < 2 && !token_is(unit, open, opening[kind]))
        kind++;
    for (const struct token *token = open; token; token = unit_token(unit, token->end)) {
        depth += token_is(unit, token, opening[kind]) - token_is(unit, token, closing[kind]);
        if (!depth)
            return token;
    }
    return NULL;
}

const struct token *unit_next_dimension(const struct unit *unit, const struct token *token)
{
    while (token) {
        token = unit_token(unit, token->end);
        if (!token_is(unit, token, "["))
            token = token_is(unit, token, ")") ? token : NULL; /* `(*name)[2]` */
        else if (token_is(unit, unit_token(unit, token->end), "["))
            token = unit_closing(unit, token); /* [[attributes]] */
        else
            break;
    }
    return token;
}

const struct token *unit_dimension(const struct unit *unit, const struct decl *decl)
{
    const struct token *name = unit_token(unit, decl->at);
    return name && name->begin == decl->at && token_is(unit, name, decl->name) ? unit_next_dimension(unit, name) : NULL;
}

unsigned unit_inner_begin(const struct unit *unit, const struct node *block)
{
    const struct token *last = unit_token(unit, block->begin), *next = last ? unit_token(unit, last->end) : NULL;
    while (token_is(unit, next, "__label__")) {
        while (!token_is(unit, next, ";"))
            next = unit_token(unit, next->end);
        last = next;
        next = unit_token(unit, last->end);
    }
    return last ? last->end : block->begin;
}

unsigned unit_inner_end(const struct unit *unit, const struct node *block)
{
    const struct token *brace = unit_token_before(unit, block->end);
    return brace ? brace->begin : block->end;
}

static void add_edit(struct unit *unit, struct edit edit)
{
    size_t at = unit->edit_count;
    arena_push(unit->arena, unit->edits, unit->edit_count, edit);
    for (; at > 0 && unit->edits[at - 1].begin > edit.begin; at--) {
        unit->edits[at] = unit->edits[at - 1];
        unit->edits[at - 1] = edit;
    }
}

void unit_add_edit(struct unit *unit, unsigned begin, unsigned end, const char *text)
{
    add_edit(unit, (struct edit){ .begin = begin, .end = end, .text = text });
}

void unit_add_leaving(struct unit *unit, unsigned begin, unsigned end, const char *text)
{
    add_edit(unit, (struct edit){ .begin = begin, .end = end, .text = text, .leaves = true });
}

/* Whether the node stands where a statement may. */
bool node_is_statement_position(const struct node *node)
{
    const struct node *parent = node->parent;
    if (!parent)
        return false;
    switch (parent->kind) {
    case NODE_COMPOUND:
    case NODE_X_SEQUENCE:
    case NODE_X_BLOCK: return true;
    case NODE_IF: return parent->part[PART_THEN] == node || parent->part[PART_ELSE] == node;
    case NODE_WHILE:
    case NODE_DO:
    case NODE_FOR:
    case NODE_SWITCH:
    case NODE_CASE:
    case NODE_DEFAULT:
    case NODE_LABEL:
    case NODE_DEFER: return parent->part[PART_BODY] == node;
    default: return false;
    }
}

const char *node_kind_name(enum node_kind kind)
{
    /* clang-format off */
    static const char *const names[] = {
        "function", "variable", "type", "compound", "declarations", "if", "while", "do", "for", "switch",
        "case", "default", "label", "goto", "goto-indirect", "break", "continue", "return", "null", "asm", "openmp",
        "defer", "literal", "string", "function-name", "reference", "member", "call", "unary", "binary",
        "assign", "compound-assign", "conditional", "cast", "implicit", "paren", "initialisers",
        "designated", "compound-literal", "subscript", "statement-expression", "unevaluated", "sizes", "generic",
        "label-address", "other", "await", "sequence", "block", "declare", "store", "evaluate", "await-op",
        "when-true", "loop", "break-unless", "x-goto", "x-label", "leave", "x-return", "cancelled", "when",
        "x-assign", "release", "take",
        "name", "number", "field", "rest", "address", "element", "unaligned", "object", "is", "truth", "nothing"
    };
    /* clang-format on */
    return names[kind];
}

/* ---- declarations ---- */

static const struct local no_local = { .index = -1 };

const struct local *local_of(const struct decl *decl)
{
    return decl->local ? decl->local : &no_local;
}

bool decl_is_resident(const struct decl *decl)
{
    return local_of(decl)->home == HOME_FRAME;
}

bool decl_is_temporary(const struct decl *decl)
{
    return local_of(decl)->purpose >= PURPOSE_TEMPORARY;
}

void function_add_local(struct unit *unit, struct function *function, struct decl *decl)
{
    struct local *local = arena_get(unit->arena, sizeof *local);
    *local = (struct local){ .decl = decl, .index = -1 };
    decl->local = local;
    arena_push(unit->arena, function->locals, function->local_count, local);
}

struct decl *decl_new_local(struct unit *unit, struct function *function, const char *name, struct type *type)
{
    struct decl *decl = arena_get(unit->arena, sizeof *decl);
    decl->kind = DECL_VARIABLE;
    decl->is_local = true;
    decl->name = name;
    decl->type = type;
    function_add_local(unit, function, decl);
    decl->local->purpose = PURPOSE_TEMPORARY;
    return decl;
}

struct decl *decl_new_label(struct unit *unit, const char *name)
{
    struct decl *label = arena_get(unit->arena, sizeof *label);
    label->kind = DECL_LABEL;
    label->name = name;
    return label;
}

/* ---- source ---- */

/* The first line of the text that says it is this one; NULL if none does. */
static const unsigned *find_line(const struct unit *unit, const char *path, unsigned line)
{
    for (size_t i = 0; i < unit->mark_count; i++) {
        const struct line_mark *mark = &unit->marks[i];
        size_t end = i + 1 < unit->mark_count ? mark[1].index : unit->line_count;
        if (line >= mark->line && line - mark->line < end - mark->index && strcmp(mark->path, path) == 0)
            return &unit->lines[mark->index + (line - mark->line)];
    }
    return NULL;
}

/* The token, or what it was before it got another name. */
static bool is_original(const struct unit *unit, const struct token *token, const struct unit *first,
                        const struct token *was)
{
    unsigned length = was->end - was->begin;
    return token->end - token->begin >= length && memcmp(unit->text + token->begin, first->text + was->begin, length) == 0;
}

/* The same place in the text that was read first, when its line has the same tokens so far. */
static bool find_original(const struct unit *unit, unsigned begin, unsigned end, struct extent *at)
{
    const struct unit *first = unit->original;
    const unsigned *line = find_line(first, unit_path(unit, begin), unit_line(unit, begin));
    if (!line)
        return false;
    size_t i = unit_token_index(unit, unit_line_start(unit, begin)), k = unit_token_index(first, *line);
    bool found = false;
    for (; i < unit->token_count && k < first->token_count; i++, k++) {
        const struct token *token = &unit->tokens[i], *was = &first->tokens[k];
        if (!is_original(unit, token, first, was) || (!found && token->begin > begin) || (found && token->end > end))
            break;
        if (token->begin == begin)
            at->begin = was->begin;
        found = found || (token->begin == begin && unit_line(first, was->begin) == unit_line(unit, begin));
        at->end = was->end;
    }
    return found;
}

struct place unit_place(const struct unit *unit, unsigned begin, unsigned end)
{
    struct extent at;
    if (unit->original && find_original(unit, begin, end, &at))
        return unit_place(unit->original, at.begin, at.end);
    return (struct place){ .path = unit_path(unit, begin),
                           .text = unit->text,
                           .length = unit->length,
                           .begin = begin,
                           .end = end,
                           .line = unit_line(unit, begin),
                           .column = begin - unit_line_start(unit, begin) + 1 };
}

const char *unit_shown_name(const struct unit *unit, const struct decl *decl)
{
    struct extent at;
    unsigned end = decl->at + (unsigned)strlen(decl->name);
    if (!unit->original || !decl->in_file || !find_original(unit, decl->at, end, &at))
        return decl->name;
    return arena_copy(unit->arena, unit->original->text + at.begin, at.end - at.begin);
}

/* Among unit->lines. */
static unsigned line_index(const struct unit *unit, unsigned offset)
{
    size_t low = 0, high = unit->line_count;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (unit->lines[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return (unsigned)low;
}

unsigned unit_line_start(const struct unit *unit, unsigned offset)
{
    return unit->lines[line_index(unit, offset)];
}

const struct line_mark *unit_mark(const struct unit *unit, unsigned offset)
{
    size_t low = 0, high = unit->mark_count;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (unit->marks[middle].offset <= offset)
            low = middle;
        else
            high = middle;
    }
    return &unit->marks[low];
}

const char *unit_path(const struct unit *unit, unsigned offset)
{
    return unit_mark(unit, offset)->path;
}

unsigned unit_line(const struct unit *unit, unsigned offset)
{
    const struct line_mark *mark = unit_mark(unit, offset);
    return mark->line + line_index(unit, offset) - mark->index;
}

unsigned unit_line_in(const struct unit *unit, const char *path, unsigned offset)
{
    const struct line_mark *mark = unit_mark(unit, offset);
    while (strcmp(mark->path, path) != 0 && mark > unit->marks) {
        offset = mark->offset - 1;
        mark--;
    }
    return unit_line(unit, offset);
}

size_t unit_token_index(const struct unit *unit, unsigned offset)
{
    size_t low = 0, high = unit->token_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (unit->tokens[middle].begin < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void unit_index_tops(struct unit *unit)
{
    for (struct node *node = unit->root->first; node; node = node->next)
        unit->top_count++;
    unit->tops = arena_get(unit->arena, unit->top_count * sizeof *unit->tops);
    size_t i = 0;
    unsigned reach = 0, from = UINT_MAX;
    for (struct node *node = unit->root->first; node; node = node->next) {
        reach = node->end > reach ? node->end : reach;
        unit->tops[i++] = (struct top){ .node = node, .reach = reach };
    }
    while (i-- > 0) {
        unsigned begin = unit->tops[i].node->begin;
        unit->tops[i].from = from = begin < from ? begin : from;
    }
}

static int by_place(const void *left, const void *right)
{
    const struct defined_type *a = left, *b = right;
    if (a->begin != b->begin)
        return a->begin < b->begin ? -1 : 1;
    return a->order < b->order ? -1 : a->order > b->order;
}

void unit_index_types(struct unit *unit)
{
    for (size_t i = 0; i < unit->collected_count; i++) {
        struct decl *decl = unit->collected[i];
        struct defined_type defined = { decl->specifier.begin, i, decl };
        if (decl->specifier.end)
            arena_push(unit->arena, unit->defined_types, unit->defined_type_count, defined);
    }
    if (unit->defined_type_count)
        qsort(unit->defined_types, unit->defined_type_count, sizeof *unit->defined_types, by_place);
}

struct decl *unit_type_at(const struct unit *unit, unsigned specifier)
{
    size_t low = 0, high = unit->defined_type_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (unit->defined_types[middle].begin < specifier)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < unit->defined_type_count && unit->defined_types[low].begin == specifier;
    return found ? unit->defined_types[low].decl : NULL;
}

static struct node *innermost(struct node *node, unsigned offset)
{
    bool has_text = node->begin < node->end; /* those that passes made have none */
    if (has_text && (offset < node->begin || offset >= node->end))
        return NULL;
    for (struct node *child = node->first; child; child = child->next) {
        struct node *found = innermost(child, offset);
        if (found)
            return found;
    }
    return has_text ? node : NULL;
}

bool unit_has_mention(const struct unit *unit, unsigned offset)
{
    for (size_t i = 0; i < unit->mention_count; i++)
        if (unit->mentions[i].at == offset)
            return true;
    return false;
}

size_t unit_first_word(const struct unit *unit, unsigned offset)
{
    size_t low = 0, high = unit->word_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (unit->words[middle].at < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The first that may hold the byte at the offset. */
static size_t first_top(const struct unit *unit, unsigned offset)
{
    size_t low = 0, high = unit->top_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (unit->tops[middle].reach > offset)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

size_t unit_top(const struct unit *unit, const struct node *node)
{
    size_t at = first_top(unit, node->begin);
    while (unit->tops[at].node != node)
        at++;
    return at;
}

struct function *unit_function_at(const struct unit *unit, unsigned offset)
{
    for (size_t at = first_top(unit, offset); at < unit->top_count && unit->tops[at].from <= offset; at++) {
        const struct node *node = unit->tops[at].node;
        struct function *function = node->kind == NODE_FUNCTION ? node->decl->function : NULL;
        if (function && function->node == node && offset >= node->begin && offset < node->end)
            return function;
    }
    return NULL;
}

struct node *unit_innermost(const struct unit *unit, unsigned offset)
{
    for (size_t at = first_top(unit, offset); at < unit->top_count && unit->tops[at].from <= offset; at++) {
        struct node *found = innermost(unit->tops[at].node, offset);
        if (found)
            return found;
    }
    return NULL;
}

const struct token *unit_token(const struct unit *unit, unsigned offset)
{
    for (size_t i = unit_token_index(unit, offset); i < unit->token_count; i++)
        if (unit->tokens[i].kind != TOKEN_COMMENT)
            return &unit->tokens[i];
    return NULL;
}

const struct token *unit_token_before(const struct unit *unit, unsigned offset)
{
    for (size_t i = unit_token_index(unit, offset); i > 0; i--)
        if (unit->tokens[i - 1].kind != TOKEN_COMMENT && unit->tokens[i - 1].end <= offset)
            return &unit->tokens[i - 1];
    return NULL;
}

unsigned unit_token_end(const struct unit *unit, unsigned offset)
{
    size_t next = unit_token_index(unit, offset + 1);
    return next && unit->tokens[next - 1].end > offset ? unit->tokens[next - 1].end : offset + 1;
}

size_t token_splices(const char *at, const char *end)
{
    const char *from = at;
    for (;;) {
        const char *next = end - at > 2 && memcmp(at, "?\?/", 3) == 0 ? at + 3 : at < end && *at == '\\' ? at + 1 : end;
        while (next < end && (*next == ' ' || *next == '\t' || *next == '\r'))
            next++;
        if (next >= end || *next != '\n')
            return (size_t)(at - from);
        at = next + 1;
    }
}

/* The \u00e9 or \U000000e9 at the place as UTF-8, as clang has it in names; its length there, 0: there is none. */
static size_t universal(const char *at, const char *end, char utf8[static 5])
{
    size_t digits = *at != '\\' || end - at < 6 ? 0 : at[1] == 'u' ? 4 : at[1] == 'U' && end - at >= 10 ? 8 : 0;
    unsigned long code = 0;
    for (size_t i = 0; i < digits; i++) {
        char digit = at[2 + i];
        if (!isxdigit((unsigned char)digit))
            return 0;
        code = code * 16 + (unsigned long)(isdigit((unsigned char)digit) ? digit - '0' : (digit | 32) - 'a' + 10);
    }
    size_t length = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (size_t i = length; i-- > 1; code >>= 6)
        utf8[i] = (char)(0x80 | (code & 0x3f));
    utf8[0] = (char)(length == 1 ? code : code | (0xf00ul >> length & 0xff));
    utf8[length] = '\0';
    return digits ? digits + 2 : 0;
}

/* The token's next character, without what continues lines, as spelled in the tree's names; "" at its end. */
static const char *next_character(const struct token *token, const char **at, const char *end, char utf8[static 5])
{
    *at += token_splices(*at, end); /* a word may go on in the next line */
    size_t length = token->kind == TOKEN_IDENTIFIER && *at < end ? universal(*at, end, utf8) : 0;
    if (!length) {
        utf8[0] = *at < end ? **at : '\0';
        utf8[1] = '\0';
        length = *at < end;
    }
    *at += length;
    return utf8;
}

bool token_is(const struct unit *unit, const struct token *token, const char *spelling)
{
    if (!token)
        return false;
    const char *at = unit->text + token->begin, *end = unit->text + token->end;
    char utf8[5];
    if (at < end && *at != *spelling && *at != '\\' && *at != '?') /* most; those may stand for others */
        return false;
    while (*next_character(token, &at, end, utf8)) {
        size_t length = strlen(utf8);
        if (strncmp(spelling, utf8, length) != 0)
            return false;
        spelling += length;
    }
    return !*spelling;
}

const char *token_word(const struct unit *unit, const struct token *token)
{
    const char *at = unit->text + token->begin, *end = unit->text + token->end;
    char utf8[5];
    struct text text = { 0 };
    while (*next_character(token, &at, end, utf8))
        text_format(&text, "%s", utf8);
    return text_take(&text, unit->arena);
}

struct invocation *unit_invocation(const struct unit *unit, unsigned offset)
{
    size_t low = 0, high = unit->invocation_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (unit->invocations[middle].end <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < unit->invocation_count && unit->invocations[low].begin <= offset)
        return &unit->invocations[low];
    return NULL;
}
