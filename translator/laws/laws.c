#include "laws.h"

#include "base/arena.h"
#include "base/diag.h"
#include "laws_internal.h"

#include <stdarg.h>

/* The laws, the cheap ones first. */
static const struct law {
    void (*check)(struct laws *laws);
    enum { ALWAYS, WANTED, PARSES } when; /* checked; PARSES: looks at source and output as clang sees them */
} table[] = {
    { law_text, ALWAYS },  { law_lines, WANTED },  { law_names, PARSES },
    { law_exits, PARSES }, { law_places, PARSES }, { law_homes, PARSES },
};

bool law_source(const struct laws *laws, unsigned at, unsigned *source)
{
    const struct origin *origin = writer_origin(laws->writer, at);
    if (!origin || at >= origin->at + origin->length)
        return false;
    *source = origin->is_copy ? origin->begin + (at - origin->at) : origin->begin;
    return true;
}

const char *law_word(const struct laws *laws, const struct token *token)
{
    return arena_copy(laws->unit->arena, laws->unit->text + token->begin, token->end - token->begin);
}

void law_broken(struct laws *laws, const char *law, unsigned begin, unsigned end, const char *format, ...)
{
    struct place place = unit_place(laws->unit, begin, end);
    struct text text = { 0 };
    va_list arguments;
    va_start(arguments, format);
    text_vformat(&text, format, arguments);
    va_end(arguments);
    diag(laws->diagnostics, DIAG_BROKEN_LAW, &place, law, text.at);
    text_free(&text);
}

struct laws *laws_of(struct unit *unit)
{
    struct laws *laws = arena_get(unit->arena, sizeof *laws);
    laws->unit = unit;
    for (size_t i = 0; i < unit->function_count; i++) {
        const struct function *function = unit->functions[i];
        struct law_body body = { function->decl->name, function, function->body->begin, function->body->end, 0, 0 };
        body.first = unit_token_index(unit, body.begin);
        body.last = unit_token_index(unit, body.end);
        arena_push(unit->arena, laws->bodies, laws->body_count, body);
    }
    law_text_begin(laws);
    law_exits_begin(laws);
    return laws;
}

/* The same input, of another text. */
static const struct clang_facts *facts_of(const struct laws *laws, const struct clang_input *input, const char *text,
                                          size_t length)
{
    struct clang_input other = *input;
    other.text = text;
    other.length = length;
    return clang_facts(laws->unit->arena, &other);
}

void laws_check(struct laws *laws, const struct writer *writer, const struct clang_input *input,
                const struct clang_input *first, struct diagnostics *diagnostics, bool all)
{
    laws->writer = writer;
    laws->diagnostics = diagnostics;
    if (all) {
        laws->source = facts_of(laws, input, laws->unit->text, laws->unit->length);
        laws->output = facts_of(laws, input, writer->text.at, writer->text.length);
    }
    if (all && first) {
        laws->first = clang_reading(laws->unit->arena, first);
        laws->last = clang_reading(laws->unit->arena, input);
        if (laws->first && laws->last)
            law_rounds(laws);
    }
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (table[i].when == ALWAYS || (all && (table[i].when != PARSES || (laws->source && laws->output))))
            table[i].check(laws);
}
