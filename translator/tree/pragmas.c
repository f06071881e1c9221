#include "pragmas.h"

#include "base/arena.h"
#include "tree.h"

static struct pragma words_of(const struct unit *unit, const struct directive *directive, unsigned at)
{
    struct extent words[12];
    struct pragma line = { .at = at };
    line.count = directive_words(directive, words, 12);
    for (size_t i = 0; i < line.count; i++)
        line.words[i] = arena_copy(unit->arena, directive->text + words[i].begin, words[i].end - words[i].begin);
    return line;
}

static bool next_directive(struct pragmas *r)
{
    struct directive directive;
    while (directives_next(&r->scan, &directive))
        if (directive_is(&directive, "pragma") && !unit_is_skipped(r->unit, directive.begin)) {
            r->directive = words_of(r->unit, &directive, directive.begin);
            return true;
        }
    return false;
}

/* The words in the string of a _Pragma, read as those of a directive. */
static struct pragma words_in(const struct unit *unit, const struct token *string)
{
    struct text text = { 0 };
    text_put(&text, "#pragma ");
    for (unsigned i = string->begin + 1; i + 1 < string->end; i++)
        if (unit->text[i] != '\\')
            text_add(&text, unit->text + i, 1);
    const char *copy = arena_copy(unit->arena, text.at, text.length);
    struct directives scan = directives_of(unit->arena, copy, text.length);
    struct directive directive;
    struct pragma line = { .at = string->begin };
    text_free(&text);
    return directives_next(&scan, &directive) ? words_of(unit, &directive, string->begin) : line;
}

static bool next_word(struct pragmas *r)
{
    const struct unit *unit = r->unit;
    for (; r->token + 2 < unit->token_count; r->token++)
        if (token_is(unit, &unit->tokens[r->token], "_Pragma") && token_is(unit, &unit->tokens[r->token + 1], "(")) {
            r->word = words_in(unit, &unit->tokens[r->token + 2]);
            r->token++;
            return true;
        }
    return false;
}

struct pragmas pragmas_of(const struct unit *unit)
{
    struct pragmas r = { .unit = unit, .scan = directives_of(unit->arena, unit->text, unit->length) };
    r.has_directive = next_directive(&r);
    r.has_word = next_word(&r);
    return r;
}

bool pragmas_next(struct pragmas *r, struct pragma *line)
{
    if (r->has_directive && (!r->has_word || r->directive.at < r->word.at)) {
        *line = r->directive;
        r->has_directive = next_directive(r);
        return true;
    }
    if (!r->has_word)
        return false;
    *line = r->word;
    r->has_word = next_word(r);
    return true;
}
