#include "conditions.h"

#include "alternatives.h"
#include "base/arena.h"
#include "leaving.h"
#include "tree/directives.h"
#include "middle/local_types.h"
#include "tree/tree.h"

#include <string.h>

/* From #if to #endif. */
struct group {
    struct directive *directives;
    size_t count;
    struct group *outer;
};

struct conditions {
    struct unit *unit;
    char *text; /* a copy to change; NULL: nothing has changed */
};

/* ---- where a directive stands ---- */

static bool in_async(const struct node *node)
{
    const struct node *function = node_function(node);
    return function && function->decl->function;
}

/* Between whole statements, text is copied. */
static bool is_between(const struct unit *unit, const struct node *node, unsigned offset)
{
    if (node->kind == NODE_COMPOUND)
        return unit_is_statement_over(unit, offset);
    return node->kind != NODE_FUNCTION && !node->is_dirty;
}

/* The text that the directive moves with, to the front of a function. */
static const struct moved_text *moved_at(const struct unit *unit, unsigned offset)
{
    const struct function *function = unit_function_at(unit, offset);
    return function ? local_types_at(function, offset) : NULL;
}

static bool must_decide(struct unit *unit, const struct group *group)
{
    struct node *first = unit_innermost(unit, group->directives[0].begin);
    bool async = false, apart = false;
    for (size_t i = 0; i < group->count; i++) {
        unsigned offset = group->directives[i].begin;
        struct node *node = unit_innermost(unit, offset);
        async = async || in_async(node);
        apart = apart || node != first || (node && !is_between(unit, node, offset)) ||
                moved_at(unit, offset) != moved_at(unit, group->directives[0].begin) ||
                leaving_mentions(unit, unit_function_at(unit, offset), &group->directives[i]);
    }
    return async && apart;
}

/* ---- what counts ---- */

/* Lines, and columns too, stay as they are. */
static void erase(struct conditions *c, unsigned begin, unsigned end)
{
    if (!c->text)
        c->text = arena_copy(c->unit->arena, c->unit->text, c->unit->length);
    for (unsigned i = begin; i < end; i++)
        if (c->text[i] != '\n' && c->text[i] != '\r')
            c->text[i] = ' ';
}

static void decide(struct conditions *c, const struct group *group)
{
    for (size_t i = 0; i < group->count; i++) {
        const struct directive *directive = &group->directives[i];
        bool skipped = i + 1 < group->count && unit_is_skipped(c->unit, directive->end);
        erase(c, directive->begin, skipped ? group->directives[i + 1].begin : directive->end);
    }
}

/* ---- what does not ---- */

static const char error[] = "#error \"" ALTERNATIVES_ERROR "\"\n";

/* In front of the directive that ends the branch: only there it is certain that a line begins. */
static void guard_branches(struct conditions *c, const struct group *group)
{
    struct unit *unit = c->unit;
    bool has_else = false, taken = false;
    for (size_t i = 0; i + 1 < group->count; i++) {
        const struct directive *directive = &group->directives[i], *next = &group->directives[i + 1];
        bool skipped = unit_is_skipped(unit, directive->end), last = i + 2 == group->count;
        has_else = has_else || directive_is(directive, "else");
        taken = taken || !skipped;
        const char *before = skipped ? error : "", *behind = last && taken && !has_else ? "#else\n" : "";
        if (skipped || *behind)
            unit_add_edit(unit, next->begin, next->begin,
                          arena_format(unit->arena, "%s%s%s", before, behind, *behind ? error : ""));
    }
}

static void guard(struct conditions *c, const struct group *group)
{
    if (in_async(unit_innermost(c->unit, group->directives[0].begin)))
        guard_branches(c, group);
}

static void guard_include(struct unit *unit, const struct directive *directive)
{
    bool includes = directive_is(directive, "include") || directive_is(directive, "include_next");
    if (includes && unit->function_count && unit_is_skipped(unit, directive->begin))
        unit_add_edit(unit, directive->begin, directive->begin, error);
}

/* ---- all of them ---- */

static void each_group(struct conditions *c, void (*visit)(struct conditions *c, const struct group *group))
{
    struct unit *unit = c->unit;
    struct directives scan = directives_of(unit->arena, unit->text, unit->length);
    struct group *group = NULL;
    struct directive directive;
    while (directives_next(&scan, &directive)) {
        bool opens =
            directive_is(&directive, "if") || directive_is(&directive, "ifdef") || directive_is(&directive, "ifndef");
        if (opens) {
            struct group *inner = arena_get(unit->arena, sizeof *inner);
            inner->outer = group;
            group = inner;
        }
        if (visit == guard)
            guard_include(unit, &directive);
        bool closes = directive_is(&directive, "endif");
        if (!group || !(opens || closes || strncmp(directive.text + directive.name, "el", 2) == 0))
            continue;
        arena_push(unit->arena, group->directives, group->count, directive);
        if (!closes)
            continue;
        if (!unit_is_skipped(unit, group->directives[0].begin))
            visit(c, group);
        group = group->outer;
    }
}

static void decide_apart(struct conditions *c, const struct group *group)
{
    if (must_decide(c->unit, group))
        decide(c, group);
}

const char *conditions_text(struct unit *unit)
{
    struct conditions c = { .unit = unit };
    each_group(&c, decide_apart);
    return c.text;
}

void conditions_guard(struct unit *unit)
{
    struct conditions c = { .unit = unit };
    each_group(&c, guard);
}
