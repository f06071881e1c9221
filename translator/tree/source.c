#include "source.h"

#include "base/arena.h"
#include "base/diag.h"
#include "tree.h"

#include <ctype.h>
#include <limits.h>
#include <string.h>

/* ---- places ---- */

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
    return (unsigned)first_from(unit->lines, unit->line_count, sizeof *unit->lines, 0, offset + 1) - 1;
}

unsigned unit_line_start(const struct unit *unit, unsigned offset)
{
    return unit->lines[line_index(unit, offset)];
}

const struct line_mark *unit_mark(const struct unit *unit, unsigned offset)
{
    return &unit->marks[FIRST_FROM(unit->marks, unit->mark_count, offset, offset + 1) - 1];
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

/* ---- tokens ---- */

void unit_index_tokens(struct unit *unit)
{
    size_t count = unit->length / TOKENS_NEAR + 1;
    unit->token_near = arena_get(unit->arena, count * sizeof *unit->token_near);
    for (size_t i = 0, at = 0; i < count; i++) {
        while (at < unit->token_count && unit->tokens[at].begin < i * TOKENS_NEAR)
            at++;
        unit->token_near[i] = (unsigned)at;
    }
}

size_t unit_token_index(const struct unit *unit, unsigned offset)
{
    size_t at = offset < unit->length ? unit->token_near[offset / TOKENS_NEAR] : unit->token_count;
    while (at < unit->token_count && unit->tokens[at].begin < offset)
        at++;
    return at;
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

/* Of the `_Pragma("...")` that ends in front of the offset, the first token; NULL if none does. */
static const struct token *operator_before(const struct unit *unit, unsigned offset)
{
    const struct token *close = unit_token_before(unit, offset);
    const struct token *string = token_is(unit, close, ")") ? unit_token_before(unit, close->begin) : NULL;
    const struct token *open = string ? unit_token_before(unit, string->begin) : NULL;
    const struct token *word = token_is(unit, open, "(") ? unit_token_before(unit, open->begin) : NULL;
    return token_is(unit, word, "_Pragma") ? word : NULL;
}

bool unit_is_statement_over(const struct unit *unit, unsigned offset)
{
    static const char *const ends[] = { ";", "{", "}", ":" };
    for (const struct token *word; (word = operator_before(unit, offset));)
        offset = word->begin;
    const struct token *before = unit_token_before(unit, offset);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (token_is(unit, before, ends[i]))
            return true;
    return before && unit_invocation(unit, before->begin);
}

/* ---- macros and edits ---- */

bool unit_is_skipped(const struct unit *unit, unsigned offset)
{
    size_t at = FIRST_FROM(unit->skipped, unit->skipped_count, end, offset + 1);
    return at < unit->skipped_count && unit->skipped[at].begin < offset;
}

struct invocation *unit_invocation(const struct unit *unit, unsigned offset)
{
    size_t at = FIRST_FROM(unit->invocations, unit->invocation_count, end, offset + 1);
    return at < unit->invocation_count && unit->invocations[at].begin <= offset ? &unit->invocations[at] : NULL;
}

bool unit_has_mention(const struct unit *unit, unsigned offset)
{
    for (size_t i = 0; i < unit->mention_count; i++)
        if (unit->mentions[i].at == offset)
            return true;
    return false;
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
