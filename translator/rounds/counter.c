#include "counter.h"

#include "base/arena.h"
#include "base/diag.h"
#include "tree/directives.h"
#include "expand.h"
#include "hide.h"
#include "base/set.h"
#include "tree/tree.h"

#include <stdlib.h>
#include <string.h>

/* A condition in a function, which may be decided by the translator, counts for both. */
static bool find_conditions(struct unit *unit)
{
    enum { WORDS = 64 };
    struct directives scan = directives_of(unit->arena, unit->text, unit->length);
    struct directive directive;
    struct extent words[WORDS];
    bool any = false;
    while (directives_next(&scan, &directive)) {
        struct function *function = unit_function_at(unit, directive.begin);
        if (!function || (!directive_is(&directive, "if") && !directive_is(&directive, "elif")))
            continue;
        for (size_t i = directive_words(&directive, words, WORDS); i-- > 0;)
            if (set_has(unit->counting, unit->text + words[i].begin, words[i].end - words[i].begin))
                function->counts = any = true;
    }
    return any;
}

bool counter_find(struct unit *unit)
{
    bool any = unit->counting && find_conditions(unit);
    for (size_t i = 0; unit->counting && i < unit->mention_count; i++) {
        const struct mention *mention = &unit->mentions[i];
        if (!set_has(unit->counting, mention->name, strlen(mention->name)))
            continue;
        struct function *function = unit_function_at(unit, mention->at);
        struct invocation *invocation = unit_invocation(unit, mention->at);
        if (!function || !invocation || invocation->is_dialect)
            continue;
        function->counts = invocation->counts = invocation->must_expand = any = true;
    }
    return any;
}

/* ---- how far it has come ---- */

/* The file with questions in it, each of which counts once itself: __COUNTER__ becomes the name of the line behind. */
struct question {
    struct text text;
    unsigned at; /* in the user's */
    unsigned *offsets;
    size_t count;
};

static void ask(const struct unit *unit, struct question *q, unsigned at)
{
    text_add(&q->text, unit->text + q->at, at - q->at);
    text_put(&q->text, "\n#line 1 ASYNCC_STRING(__COUNTER__)\n");
    arena_push(unit->arena, q->offsets, q->count, (unsigned)q->text.length);
    text_put(&q->text, "#line 1\n");
    q->at = at;
}

static bool counts_in(const struct invocation *invocation, const struct function *function)
{
    return invocation->counts && invocation->must_expand && invocation->begin >= function->node->begin &&
           invocation->begin < function->node->end;
}

/* At the beginnings and the ends of functions, and of what counts in them. */
static void ask_all(const struct unit *unit, struct question *q)
{
    for (size_t i = 0; i < unit->function_count; i++) {
        const struct node *node = unit->functions[i]->node;
        if (!unit->functions[i]->counts)
            continue;
        ask(unit, q, node->begin);
        for (size_t k = 0; k < unit->invocation_count; k++) {
            const struct invocation *invocation = &unit->invocations[k];
            if (!counts_in(invocation, unit->functions[i]))
                continue;
            ask(unit, q, invocation->begin);
            ask(unit, q, invocation->end);
        }
        ask(unit, q, node->end);
    }
    text_add(&q->text, unit->text + q->at, unit->length - q->at);
}

/* What it was there in the user's own text. */
static unsigned counted(const char **answers, size_t index)
{
    return (unsigned)(strtoul(answers[index], NULL, 10) - index);
}

static bool read_function(struct function *function, const struct unit *unit, const char **answers, size_t *next)
{
    function->counted = 0;
    function->counted_from = counted(answers, *next);
    ++*next;
    for (size_t k = 0; k < unit->invocation_count; k++) {
        const struct invocation *invocation = &unit->invocations[k];
        if (!counts_in(invocation, function))
            continue;
        function->counted += counted(answers, *next + 1) - counted(answers, *next);
        *next += 2;
    }
    return counted(answers, (*next)++) == function->counted_from + function->counted;
}

bool counter_read(struct unit *unit, const struct clang_input *input, struct diagnostics *diagnostics)
{
    struct question q = { 0 };
    size_t next = 0;
    bool good = true;
    text_put(&q.text, "#define ASYNCC_STRING_(x) #x\n#define ASYNCC_STRING(x) ASYNCC_STRING_(x)\n#line 1\n");
    ask_all(unit, &q);
    const char **answers = q.count ? expand_ask(unit, input, &q.text, q.offsets, q.count) : NULL;
    text_free(&q.text);
    for (size_t i = 0; i < unit->function_count; i++) {
        struct function *function = unit->functions[i];
        if (!function->counts || read_function(function, unit, answers, &next))
            continue;
        struct place place = unit_place(unit, function->decl->definition_at, function->decl->definition_at);
        diag(diagnostics, DIAG_COUNTER, &place, function->decl->name);
        good = false;
    }
    return good;
}

void counter_put(struct text *text, const struct function *function)
{
    if (!function->counts || !function->counted)
        return;
    text_put(text, "#if ");
    for (unsigned i = 0; i < function->counted; i++)
        text_format(text, "%s__COUNTER__ != %u", i ? " || " : "", function->counted_from + i);
    text_put(text, "\n#error \"this compiler has counted __COUNTER__ otherwise than asyncc\"\n#endif\n");
}
