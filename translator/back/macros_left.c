#include "macros_left.h"

#include "base/arena.h"
#include "base/diag.h"
#include "tree/directives.h"
#include "tree/pragmas.h"
#include "tree/tree.h"
#include "writer.h"

#include <string.h>

/* The directive of the text, if it counts and says what a macro is; `name` is where its name begins, `size` of that length. */
static bool changes_macro(const struct unit *unit, struct extent extent, struct directive *directive, const char **name,
                          unsigned *size)
{
    struct directives scan = directives_of(unit->arena, unit->text, extent.end);
    scan.at = extent.begin;
    for (size_t i = 0; i < unit->skipped_count; i++)
        if (extent.begin >= unit->skipped[i].begin && extent.begin < unit->skipped[i].end)
            return false;
    if (!directives_next(&scan, directive) || !(directive_is(directive, "define") || directive_is(directive, "undef")))
        return false;
    *name = directive_argument(directive, size);
    return *name != NULL;
}

/*
 * A directive amid a statement, or in the head, goes where that text goes, which may be nowhere: what is left of such macros is
 * said again behind the function, in which they are expanded.
 */
void macros_left_emit(struct writer *w, const struct unit *unit, const struct function *function)
{
    size_t first = FIRST_FROM(unit->directives, unit->directive_count, begin, function->node->begin);
    size_t end = FIRST_FROM(unit->directives, unit->directive_count, begin, function->body->end);
    struct text done = { 0 }; /* from behind: the last word on a macro is what counts */
    for (size_t i = end; i-- > first;) {
        struct directive last, other;
        const char *name, *again;
        unsigned size, length;
        if (!changes_macro(unit, unit->directives[i], &last, &name, &size))
            continue;
        const char *word = arena_format(unit->arena, " %.*s ", (int)size, name);
        bool is_done = done.at && strstr(done.at, word), is_amid = false;
        for (size_t k = first; k <= i && !is_done; k++)
            if (changes_macro(unit, unit->directives[k], &other, &again, &length) && length == size &&
                memcmp(name, again, size) == 0)
                is_amid = is_amid || unit_innermost(unit, other.begin)->kind != NODE_COMPOUND;
        text_put(&done, word);
        if (!is_amid)
            continue;
        writer_own_line(w);
        writer_format(w, "#undef%.*s\n", (int)size + 1, word);
        if (directive_is(&last, "define")) {
            writer_verbatim(w, arena_copy(unit->arena, unit->text + last.begin, last.end - last.begin));
            writer_put(w, "\n");
        }
    }
    text_free(&done);
}

/* ---- push_macro and pop_macro ---- */

/* Whether the text around, a statement's or the head's, is written otherwise, or elsewhere. */
static bool is_rewritten(const struct unit *unit, const struct function *function, unsigned offset)
{
    const struct node *node = unit_innermost(unit, offset);
    bool is_amid = node->kind != NODE_COMPOUND;
    for (; node && node != function->body && node->kind != NODE_FUNCTION; node = node->parent) {
        is_amid = is_amid && node->kind != NODE_COMPOUND;
        if (node->kind == NODE_DEFER || (node->is_dirty && (is_amid || node_is_expression(node))))
            return true;
    }
    return node != function->body;
}

/* Whether the function says amid a statement what the macro is; `quoted` is its name. */
static bool is_left(const struct unit *unit, const struct function *function, const char *quoted)
{
    size_t first = FIRST_FROM(unit->directives, unit->directive_count, begin, function->node->begin);
    size_t end = FIRST_FROM(unit->directives, unit->directive_count, begin, function->body->end);
    for (size_t i = first; i < end; i++) {
        struct directive directive;
        const char *name;
        unsigned size;
        if (changes_macro(unit, unit->directives[i], &directive, &name, &size) && strlen(quoted) == size + 2 &&
            memcmp(quoted + 1, name, size) == 0 && unit_innermost(unit, directive.begin)->kind != NODE_COMPOUND)
            return true;
    }
    return false;
}

void macros_left_check(const struct unit *unit, struct diagnostics *diagnostics)
{
    struct pragmas pragmas = pragmas_of(unit);
    struct pragma pragma;
    while (pragmas_next(&pragmas, &pragma)) {
        bool moves = pragma.count > 2 && (!strcmp(pragma.words[0], "push_macro") || !strcmp(pragma.words[0], "pop_macro"));
        for (size_t i = 0; i < unit->function_count && moves; i++) {
            const struct function *function = unit->functions[i];
            if (pragma.at < function->node->begin || pragma.at >= function->body->end ||
                (!is_rewritten(unit, function, pragma.at) && !is_left(unit, function, pragma.words[2])))
                continue;
            struct place place = unit_place(unit, pragma.at, pragma.at + 1);
            diag(diagnostics, DIAG_PUSHED_MACRO, &place, pragma.words[0], function->decl->name);
        }
    }
}
