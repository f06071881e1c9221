/*
 * law_rounds.c - a text that is read again is the same program. Files are spliced in, names changed, macros expanded and
 * conditions decided by texts that are read in place of the one before; the laws of text and of names hold between
 * those, too, so that what the output is compared with is what the user wrote:
 *
 *   - each text has the tokens of the one before, but for invocations that were to be expanded, files that were to be
 *     spliced in, and numbers behind names;
 *   - as clang prints what it understood of the first text and of the last, there is the same but for those numbers, and each
 *     name refers to the same declaration.
 */
#include "base/arena.h"
#include "front/clang.h"
#include "laws_internal.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* ---- tokens ---- */

/* A token that is to stay; at the end, none. */
struct stay {
    const struct token *token;
    bool is_open; /* something else may stand in front of it */
};

struct reread {
    const struct unit *before, *after;
    struct stay *stays;
    size_t stay_count;
    const struct token **tokens; /* of the text behind */
    size_t token_count;
};

/* A name may have got numbers: `i_2` for `i`. */
static bool is_number(const char *text, unsigned at, unsigned end)
{
    if (at >= end)
        return false;
    while (at < end) {
        unsigned digits = at + 1;
        while (digits < end && isdigit((unsigned char)text[digits]))
            digits++;
        if (text[at] != '_' || digits == at + 1)
            return false;
        at = digits;
    }
    return true;
}

/* A name that \u00e9 and the like are in, which new text has as what they stand for. */
static bool is_same_name(const struct unit *before, const struct token *left, const struct unit *after,
                         const struct token *right)
{
    const char *word = token_word(before, left), *there = token_word(after, right);
    size_t length = strlen(word), end = strlen(there);
    return strncmp(word, there, length) == 0 && (end == length || is_number(there, (unsigned)length, (unsigned)end));
}

static bool is_same(const struct unit *before, const struct token *left, const struct unit *after, const struct token *right)
{
    unsigned at = left->begin, there = right->begin;
    for (;; at++, there++) {
        at += token_splices(before->text + at, before->text + left->end);
        there += token_splices(after->text + there, after->text + right->end);
        if (at >= left->end || there >= right->end || before->text[at] != after->text[there])
            break;
    }
    if (at < left->end)
        return left->kind == TOKEN_IDENTIFIER && before->text[at] == '\\' && is_same_name(before, left, after, right);
    return there >= right->end || (left->kind == TOKEN_IDENTIFIER && is_number(after->text, there, right->end));
}

/* The next invocation that is to be expanded and ends behind the place; `next` counts those that do not. */
static const struct invocation *replaced(const struct unit *unit, unsigned at, size_t *next)
{
    for (; *next < unit->invocation_count; ++*next) {
        const struct invocation *invocation = &unit->invocations[*next];
        if (invocation->must_expand && invocation->end > at)
            return invocation;
    }
    return NULL;
}

/* Whether a file is to be spliced in in front of the place; `next` counts those that were asked of. */
static bool is_spliced(const struct unit *unit, unsigned at, size_t *next)
{
    bool any = false;
    for (; *next < unit->include_count; ++*next) {
        const struct include *include = &unit->includes[*next];
        if (include->in == unit->sources[0] && include->begin >= at)
            break;
        any = any || (include->in == unit->sources[0] && include->file->is_spliced);
    }
    return any;
}

static void find_stays(struct reread *r)
{
    const struct unit *unit = r->before;
    bool open = false;
    size_t include = 0, invocation = 0;
    for (size_t i = 0; i < unit->token_count; i++) {
        const struct token *token = &unit->tokens[i];
        const struct invocation *expanded = replaced(unit, token->begin, &invocation);
        bool goes = expanded && expanded->begin <= token->begin;
        open = open || goes;
        if (goes || token->kind == TOKEN_COMMENT)
            continue;
        struct stay stay = { token, is_spliced(unit, token->begin, &include) || open };
        arena_push(unit->arena, r->stays, r->stay_count, stay);
        open = false;
    }
    struct stay last = { NULL, is_spliced(unit, (unsigned)unit->length, &include) || open };
    arena_push(unit->arena, r->stays, r->stay_count, last);
}

static void find_tokens(struct reread *r)
{
    for (size_t i = 0; i < r->after->token_count; i++)
        if (r->after->tokens[i].kind != TOKEN_COMMENT)
            arena_push(r->after->arena, r->tokens, r->token_count, &r->after->tokens[i]);
}

/* Those that stand together, from `from` to `to`: how far they stand there, too. */
static size_t same_from(const struct reread *r, size_t from, size_t to, size_t at)
{
    size_t k = from;
    while (k < to && at + (k - from) < r->token_count &&
           is_same(r->before, r->stays[k].token, r->after, r->tokens[at + (k - from)]))
        k++;
    return k;
}

static size_t end_of_run(const struct reread *r, size_t from)
{
    size_t to = from;
    while (r->stays[to].token && (to == from || !r->stays[to].is_open))
        to++;
    return to;
}

/* Where the run stands, at `at` or, if it may, behind that; how far it does at best. */
static size_t find_run(const struct reread *r, size_t from, size_t to, bool moves, size_t *at)
{
    size_t best = same_from(r, from, to, *at);
    for (size_t k = *at + 1; moves && best < to && k < r->token_count; k++) {
        size_t found = same_from(r, from, to, k);
        best = found > best ? found : best;
        *at = found == to ? k : *at;
    }
    return best;
}

/*
 * What stands together does so in the text behind as well, one run after the other: the first place is as good as any, and
 * the last run ends with the text. The token in front of which, or that itself, is another one; or NULL.
 */
static const struct token *missed(const struct reread *r)
{
    size_t at = 0;
    for (size_t from = 0, to;; from = to) {
        to = end_of_run(r, from);
        bool open = r->stays[from].is_open, ends = !r->stays[to].token && (to == from || !r->stays[to].is_open);
        if (open && ends && r->token_count >= at + (to - from))
            at = r->token_count - (to - from);
        size_t best = find_run(r, from, to, open && !ends, &at);
        if (best < to)
            return r->stays[best].token;
        at += to - from;
        if (ends)
            return at == r->token_count || !to ? NULL : r->stays[to - 1].token;
    }
}

bool laws_reread(const struct unit *before, const struct unit *after, struct diagnostics *diagnostics)
{
    struct reread reread = { .before = before, .after = after };
    find_stays(&reread);
    find_tokens(&reread);
    const struct token *token = missed(&reread);
    if (!token)
        return true;
    struct laws laws = { .unit = (struct unit *)before, .diagnostics = diagnostics };
    law_broken(&laws, "text", token->begin, token->end, "'%s' is not where it was in the text that is read again",
               law_word(&laws, token));
    return false;
}

/* ---- what clang understood ---- */

/* A word, a string or a mark of what clang prints. */
struct piece {
    const char *at;
    size_t length;
};

static size_t word_length(const char *text)
{
    size_t length = 0;
    while (isalnum((unsigned char)text[length]) || text[length] == '_' || text[length] == '$' ||
           (unsigned char)text[length] >= 0x80)
        length++;
    return length;
}

static size_t string_length(const char *text)
{
    size_t length = 1;
    while (text[length] && text[length] != text[0])
        length += text[length] == '\\' && text[length + 1] ? 2 : 1;
    return length + (text[length] != '\0');
}

static struct piece next_piece(const char **text)
{
    const char *at = *text + strspn(*text, " \t\n");
    size_t length = word_length(at);
    if (!length && *at)
        length = *at == '"' || *at == '\'' ? string_length(at) : 1;
    *text = at + length;
    return (struct piece){ at, length };
}

/* The name of a file that was found beside another one begins so, or not. */
static unsigned past_here(const struct piece *piece, unsigned at)
{
    while (piece->at[0] == '"' && at + 1 < piece->length && piece->at[at] == '.' && piece->at[at + 1] == '/')
        at += 2;
    return at;
}

/*
 * The line of an invocation that goes over several is its last for clang, and its first for gcc and where it was expanded. The
 * numbers that stand there may be such lines, of a declaration that has so many; then they are passed.
 */
static bool past_lines(const struct piece *first, unsigned *at, const struct piece *last, unsigned *there, unsigned lines)
{
    char *first_end, *last_end;
    bool digits = *at < first->length && *there < last->length && isdigit((unsigned char)first->at[*at]) &&
                  isdigit((unsigned char)last->at[*there]) && (!*at || !isdigit((unsigned char)first->at[*at - 1]));
    if (!digits)
        return false;
    unsigned long line = strtoul(first->at + *at, &first_end, 10), other = strtoul(last->at + *there, &last_end, 10);
    if (other >= line || line - other >= lines)
        return false;
    *at = (unsigned)(first_end - first->at);
    *there = (unsigned)(last_end - last->at);
    return true;
}

static bool skip_word(const struct piece *piece, unsigned *at, const char *word)
{
    size_t length = strlen(word);
    if (*at + length > piece->length || memcmp(piece->at + *at, word, length) != 0)
        return false;
    *at += (unsigned)length;
    return true;
}

/* In a string made of an argument that was expanded before: what asyncc.h makes of await, and the word that an expansion leaves. */
static bool past_await(const struct piece *first, unsigned *at, const struct piece *last, unsigned *there)
{
    unsigned from = *at, to = *there;
    if (first->at[0] != '"' || !skip_word(first, &from, "__extension__ __extension__ __extension__ __extension__") ||
        (!skip_word(last, &to, "await") && !skip_word(last, &to, "_Await")))
        return false;
    *at = from;
    *there = to;
    return true;
}

static bool is_same_piece(const struct piece *first, const struct piece *last, unsigned lines)
{
    unsigned at = 0, there = 0;
    for (;;) {
        at = past_here(first, at);
        there = past_here(last, there);
        if (past_lines(first, &at, last, &there, lines) || past_await(first, &at, last, &there))
            continue;
        if (at >= first->length || there >= last->length || first->at[at] != last->at[there])
            break;
        at++;
        there++;
    }
    if (at < first->length)
        return false;
    return there >= last->length || (word_length(first->at) && is_number(last->at, there, (unsigned)last->length));
}

/* The name of a macro that is a function, too, has parentheses in an expansion, see expand.c. */
static bool is_same_in_parentheses(const struct piece *first, const struct piece *last, const char **text, unsigned lines)
{
    const char *ahead = *text;
    if (!word_length(first->at) || last->at[0] != '(')
        return false;
    struct piece name = next_piece(&ahead), closing = next_piece(&ahead);
    if (!is_same_piece(first, &name, lines) || closing.at[0] != ')')
        return false;
    *text = ahead;
    return true;
}

/* What the source has where something else is in the text that was read last; of no length: they are the same. */
static struct piece first_other(const char *first, const char *last, unsigned lines, struct piece *instead)
{
    for (;;) {
        struct piece piece = next_piece(&first);
        *instead = next_piece(&last);
        if (!piece.length && !instead->length)
            return piece;
        if (!is_same_piece(&piece, instead, lines) && !is_same_in_parentheses(&piece, instead, &last, lines))
            return piece.length ? piece : (struct piece){ "", 1 };
    }
}

/* From the byte to the beginning of another declaration, which may be in another file, or to the end. */
static unsigned lines_until(const struct unit *unit, unsigned at, unsigned next)
{
    unsigned count = 1, end = next > at && next < unit->length ? next : (unsigned)unit->length;
    for (; at < end; at++)
        count += unit->text[at] == '\n';
    return count;
}

static bool is_text_kept(struct laws *laws, const struct clang_read *first, const struct clang_read *last, unsigned lines)
{
    struct piece instead, piece = first_other(first->text, last->text, lines, &instead);
    if (!piece.length)
        return true;
    law_broken(laws, "text", last->at, last->at, "'%.*s' has become '%.*s' in the text that was read last",
               (int)piece.length, piece.at, (int)instead.length, instead.at);
    return false;
}

static bool are_names_kept(struct laws *laws, const struct clang_read *first, const struct clang_read *last)
{
    size_t k = 0;
    while (k < first->meaning_count && k < last->meaning_count && first->meanings[k].number == last->meanings[k].number)
        k++;
    if (k == first->meaning_count && k == last->meaning_count)
        return true;
    unsigned at = k < last->meaning_count ? last->meanings[k].at : last->at;
    law_broken(laws, "names", at, unit_token_end(laws->unit, at),
               "this refers to another declaration than where it was read first");
    return false;
}

void law_rounds(struct laws *laws)
{
    const struct clang_reading *first = laws->first, *last = laws->last;
    for (size_t i = 0; i < first->count && i < last->count; i++) {
        const struct clang_read *was = &first->declarations[i], *is = &last->declarations[i];
        unsigned next = i + 1 < last->count ? is[1].at : (unsigned)laws->unit->length;
        if (!is_text_kept(laws, was, is, lines_until(laws->unit, is->at, next)) || !are_names_kept(laws, was, is))
            return;
    }
    if (first->count != last->count)
        law_broken(laws, "text", 0, 0, "%zu declarations have become %zu in the text that was read last", first->count,
                   last->count);
}
