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

const struct node *node_function(const struct node *node)
{
    while (node && node->kind != NODE_FUNCTION)
        node = node->parent;
    return node;
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

/* ---- by place ---- */

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
    size_t at = FIRST_FROM(unit->defined_types, unit->defined_type_count, begin, specifier);
    bool found = at < unit->defined_type_count && unit->defined_types[at].begin == specifier;
    return found ? unit->defined_types[at].decl : NULL;
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

size_t unit_first_word(const struct unit *unit, unsigned offset)
{
    return FIRST_FROM(unit->words, unit->word_count, at, offset);
}

/* The first that may hold the byte at the offset. */
static size_t first_top(const struct unit *unit, unsigned offset)
{
    return FIRST_FROM(unit->tops, unit->top_count, reach, offset + 1);
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
