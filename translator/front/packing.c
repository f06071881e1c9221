#include "packing.h"

#include "base/arena.h"
#include "tree/directives.h"
#include "tree/tree.h"

#include <ctype.h>
#include <string.h>

/* Words of a pragma, without #pragma. */
struct line {
    unsigned at;
    const char *words[12]; /* more than any of these has */
    size_t count;
};

struct reader {
    const struct unit *unit;
    struct directives scan;
    size_t token; /* among the unit's, where the next _Pragma is looked for */
    struct line directive, operator;
    bool has_directive, has_operator;
};

/* What `push` keeps. */
struct saved {
    const char *pack, *name;
    struct saved *below;
};

/* ---- the pragmas, in order ---- */

static struct line words_of(const struct unit *unit, const struct directive *directive, unsigned at)
{
    struct extent words[12];
    struct line line = { .at = at };
    line.count = directive_words(directive, words, 12);
    for (size_t i = 0; i < line.count; i++)
        line.words[i] = arena_copy(unit->arena, directive->text + words[i].begin, words[i].end - words[i].begin);
    return line;
}

static bool is_skipped(const struct unit *unit, unsigned offset)
{
    for (size_t i = 0; i < unit->skipped_count; i++)
        if (offset >= unit->skipped[i].begin && offset < unit->skipped[i].end)
            return true;
    return false;
}

static bool next_directive(struct reader *r)
{
    struct directive directive;
    while (directives_next(&r->scan, &directive))
        if (directive_is(&directive, "pragma") && !is_skipped(r->unit, directive.begin)) {
            r->directive = words_of(r->unit, &directive, directive.begin);
            return true;
        }
    return false;
}

/* The words in the string of a _Pragma, read as those of a directive. */
static struct line words_in(const struct unit *unit, const struct token *string)
{
    struct text text = { 0 };
    text_put(&text, "#pragma ");
    for (unsigned i = string->begin + 1; i + 1 < string->end; i++)
        if (unit->text[i] != '\\')
            text_add(&text, unit->text + i, 1);
    const char *copy = arena_copy(unit->arena, text.at, text.length);
    struct directives scan = directives_of(unit->arena, copy, text.length);
    struct directive directive;
    struct line line = { .at = string->begin };
    text_free(&text);
    return directives_next(&scan, &directive) ? words_of(unit, &directive, string->begin) : line;
}

static bool next_operator(struct reader *r)
{
    const struct unit *unit = r->unit;
    for (; r->token + 2 < unit->token_count; r->token++)
        if (token_is(unit, &unit->tokens[r->token], "_Pragma") && token_is(unit, &unit->tokens[r->token + 1], "(")) {
            r->operator= words_in(unit, &unit->tokens[r->token + 2]);
            r->token++;
            return true;
        }
    return false;
}

static struct reader reader_of(const struct unit *unit)
{
    struct reader r = { .unit = unit, .scan = directives_of(unit->arena, unit->text, unit->length) };
    r.has_directive = next_directive(&r);
    r.has_operator = next_operator(&r);
    return r;
}

static bool next(struct reader *r, struct line *line)
{
    if (r->has_directive && (!r->has_operator || r->directive.at < r->operator.at)) {
        *line = r->directive;
        r->has_directive = next_directive(r);
        return true;
    }
    if (!r->has_operator)
        return false;
    *line = r->operator;
    r->has_operator = next_operator(r);
    return true;
}

/* ---- what they say ---- */

static bool word_is(const struct line *line, size_t at, const char *word)
{
    return at < line->count && strcmp(line->words[at], word) == 0;
}

static bool is_order(const struct line *line)
{
    return word_is(line, 0, "scalar_storage_order") && line->count > 1;
}

/* `big-endian` is three words. */
static const char *order_of(const struct line *line)
{
    return word_is(line, 1, "big") ? "big-endian" : word_is(line, 1, "little") ? "little-endian" : "default";
}

static struct saved *pop(struct saved *top, const char *name, const char **pack)
{
    struct saved *found = top;
    while (name && found && (!found->name || strcmp(found->name, name) != 0))
        found = found->below;
    if (!found)
        return top; /* as compilers do: nothing happens */
    *pack = found->pack;
    return found->below;
}

/* pack(), pack(4), pack(push), pack(push, 4), pack(push, name, 4), pack(pop), pack(pop, name) */
static struct saved *obey_pack(const struct unit *unit, const struct line *line, struct saved *top, const char **pack)
{
    bool pushes = word_is(line, 2, "push"), pops = word_is(line, 2, "pop");
    const char *name = NULL, *value = NULL;
    if (!word_is(line, 1, "(") || word_is(line, 2, "show"))
        return top;
    for (size_t i = pushes || pops ? 3 : 2; i < line->count && strcmp(line->words[i], ")") != 0; i++) {
        bool is_name = (pushes || pops) && !isdigit((unsigned char)*line->words[i]);
        if (strcmp(line->words[i], ",") != 0)
            *(is_name ? &name : &value) = line->words[i];
    }
    if (pushes) {
        struct saved *saved = arena_get(unit->arena, sizeof *saved);
        *saved = (struct saved){ *pack, name, top };
        top = saved;
    } else if (pops) {
        top = pop(top, name, pack);
    }
    if (value || (!pushes && !pops))
        *pack = value ? value : "";
    return top;
}

struct packing packing_at(const struct unit *unit, unsigned offset)
{
    struct packing packing = { "", "reset", "default" };
    struct reader reader = reader_of(unit);
    struct saved *top = NULL;
    struct line line;
    while (next(&reader, &line) && line.at < offset) {
        if (word_is(&line, 0, "pack"))
            top = obey_pack(unit, &line, top, &packing.pack);
        else if (word_is(&line, 0, "ms_struct") && line.count > 1)
            packing.ms_struct = line.words[1];
        else if (is_order(&line))
            packing.order = order_of(&line);
    }
    return packing;
}

bool packing_is_said(const struct unit *unit)
{
    struct reader reader = reader_of(unit);
    struct line line;
    while (next(&reader, &line))
        if (word_is(&line, 0, "pack") || word_is(&line, 0, "ms_struct") || is_order(&line))
            return true;
    return false;
}
