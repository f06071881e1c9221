#include "leaving.h"

#include "base/arena.h"
#include "base/diag.h"
#include "middle/local_types.h"
#include "tree/directives.h"
#include "tree/pragmas.h"
#include "tree/tree.h"

#include <string.h>

/* ---- which ---- */

struct item {
    struct directive directive;
    const char *name;
    unsigned length;
};

struct items {
    struct item *items;
    size_t count;
};

static struct directive directive_at(const struct unit *unit, const struct extent *extent)
{
    struct directives scan = directives_of(unit->arena, unit->text, extent->end);
    struct directive directive = { 0 };
    scan.at = scan.counted = extent->begin; /* the line is not asked for */
    directives_next(&scan, &directive);
    return directive;
}

/* Of the function, those that count and say what a macro is. */
static struct items items_of(const struct unit *unit, const struct function *function)
{
    struct items all = { 0 };
    size_t first = FIRST_FROM(unit->directives, unit->directive_count, begin, function->node->begin);
    for (size_t i = first; i < unit->directive_count && unit->directives[i].begin < function->body->end; i++) {
        struct item item = { .directive = directive_at(unit, &unit->directives[i]) };
        item.name = unit_is_skipped(unit, unit->directives[i].begin) ? NULL : directive_macro(&item.directive, &item.length);
        if (item.name)
            arena_push(unit->arena, all.items, all.count, item);
    }
    return all;
}

/* Whether it stands in a head, in a statement that is taken apart, or in what moves in front of the function. */
static bool is_amid(const struct unit *unit, unsigned offset)
{
    const struct node *node = unit_innermost(unit, offset);
    const struct function *function = unit_function_at(unit, offset);
    bool is_between = node->kind == NODE_COMPOUND && unit_is_statement_over(unit, offset),
         is_own = node->kind != NODE_COMPOUND;
    if ((node->kind == NODE_COMPOUND && !is_between) || (function && local_types_at(function, offset)))
        return true;
    for (; node->kind != NODE_FUNCTION; node = node->parent) {
        is_own = is_own && node->kind != NODE_COMPOUND;
        if (node->kind == NODE_DEFER || (is_own && node->is_dirty))
            return true;
    }
    return offset < node->part[PART_BODY]->begin;
}

static bool is_of(const struct item *item, const char *name, size_t length)
{
    return item->length == length && memcmp(item->name, name, length) == 0;
}

static bool leaves(const struct unit *unit, const struct items *all, const struct item *item)
{
    for (size_t i = 0; i < all->count; i++)
        if (is_of(&all->items[i], item->name, item->length) && is_amid(unit, all->items[i].directive.begin))
            return true;
    return false;
}

/* Its lines stay. */
static void add_edit(struct unit *unit, const struct directive *directive)
{
    struct text lines = { 0 };
    text_put(&lines, "");
    for (unsigned i = directive->begin; i < directive->end; i++)
        if (unit->text[i] == '\n')
            text_put(&lines, "\n");
    unit_add_edit(unit, directive->begin, directive->end, text_take(&lines, unit->arena));
}

static void find(struct unit *unit, struct function *function)
{
    struct items all = items_of(unit, function);
    for (size_t i = 0; i < all.count; i++) {
        if (!leaves(unit, &all, &all.items[i]))
            continue;
        arena_push(unit->arena, function->leaving, function->leaving_count, all.items[i].directive);
        add_edit(unit, &all.items[i].directive);
    }
}

static bool has_left(const struct function *function, const char *name, size_t length)
{
    for (size_t i = 0; i < function->leaving_count; i++) {
        struct item item = { 0 };
        item.name = directive_macro(&function->leaving[i], &item.length);
        if (is_of(&item, name, length))
            return true;
    }
    return false;
}

/* ---- what cannot leave ---- */

/* Where a statement may begin in another one: a pragma there is one of the statement. */
static bool may_begin(const struct unit *unit, const struct function *function, unsigned offset)
{
    if (offset < function->body->begin)
        return false;
    switch (unit_innermost(unit, offset)->kind) {
    case NODE_IF:
    case NODE_WHILE:
    case NODE_DO:
    case NODE_FOR:
    case NODE_SWITCH:
    case NODE_CASE:
    case NODE_DEFAULT:
    case NODE_LABEL: return true;
    default: return unit_is_statement_over(unit, offset);
    }
}

/* A pragma of other declarations, or of the code. What it says of warnings may go. */
static bool is_lost(const struct unit *unit, const struct function *function, const struct pragma *pragma, struct extent *at)
{
    const struct token *string = unit_token(unit, pragma->at);
    const char *first = pragma->count ? pragma->words[0] : "", *second = pragma->count > 1 ? pragma->words[1] : first;
    bool is_macros = strcmp(first, "push_macro") == 0 || strcmp(first, "pop_macro") == 0;
    bool is_directive = string && string->begin != pragma->at; /* directives are no tokens */
    if (strcmp(second, "diagnostic") == 0 || strcmp(second, "poison") == 0 || (is_macros && is_directive))
        return false;
    if (is_directive)
        *at = unit->directives[FIRST_FROM(unit->directives, unit->directive_count, begin, pragma->at)];
    else
        *at = (struct extent){ unit_token_before(unit, unit_token_before(unit, pragma->at)->begin)->begin, string->end };
    if (is_macros && pragma->count > 2 && has_left(function, pragma->words[2] + 1, strlen(pragma->words[2]) - 2))
        return true; /* and this would be in front of it */
    if (!is_directive && unit_innermost(unit, at->begin)->kind == NODE_COMPOUND)
        return false; /* text between statements, as they are */
    return is_amid(unit, at->begin) && (is_macros || !may_begin(unit, function, at->begin));
}

static void check(struct unit *unit, struct diagnostics *diagnostics)
{
    struct pragmas pragmas = pragmas_of(unit);
    struct pragma pragma;
    struct extent at;
    while (pragmas_next(&pragmas, &pragma)) {
        const struct function *function = unit_function_at(unit, pragma.at);
        if (!function || !is_lost(unit, function, &pragma, &at))
            continue;
        struct place place = unit_place(unit, at.begin, at.end);
        diag(diagnostics, DIAG_LOST_PRAGMA, &place, at.begin < function->body->begin ? "function" : "statement");
    }
}

/* ---- all of it ---- */

void leaving_find(struct unit *unit, struct diagnostics *diagnostics)
{
    for (size_t i = 0; i < unit->function_count; i++)
        find(unit, unit->functions[i]);
    check(unit, diagnostics);
}

bool leaving_mentions(const struct unit *unit, const struct function *function, const struct directive *directive)
{
    enum { MANY = 256 };
    struct extent words[MANY];
    size_t count = function && function->leaving_count ? directive_words(directive, words, MANY) : 0;
    for (size_t i = 0; i < count; i++)
        if (has_left(function, unit->text + words[i].begin, words[i].end - words[i].begin))
            return true;
    return false;
}
