/*
 * graph.c - Tarjan's strongly connected components; they come out callees first, which is the order in which
 * functions go down the middle.
 */
#include "graph.h"

#include "base/arena.h"
#include "tree/tree.h"

struct graph {
    struct unit *unit;
    int next;
    struct function **stack, **order;
    size_t stack_count, order_count;
};

/* Old-style functions may be called with other arguments than they have parameters. */
static bool fits(const struct await *await)
{
    size_t count = 0;
    for (const struct node *argument = await->call->first->next; argument; argument = argument->next)
        count++;
    return count == await->callee->param_count;
}

struct function *graph_callee(const struct await *await)
{
    const struct decl *callee = await->callee;
    return callee && callee->function && !callee->is_weak && fits(await) ? callee->function : NULL;
}

static void add_callee(struct unit *unit, struct function *function, struct await *await)
{
    struct function *callee = graph_callee(await);
    if (callee && (await->kind == AWAIT_CALL || await->kind == AWAIT_FRAME || await->kind == AWAIT_PLAIN))
        arena_push(unit->arena, function->callees, function->callee_count, callee);
    for (size_t i = 0; i < await->item_count; i++)
        add_callee(unit, function, await->items[i]);
}

static void find_callees(struct unit *unit, struct function *function, struct node *node)
{
    if (node->kind == NODE_UNEVALUATED)
        return;
    if (node->kind == NODE_AWAIT)
        add_callee(unit, function, node->await);
    function->has_defer = function->has_defer || node->kind == NODE_DEFER;
    function->has_label_address = function->has_label_address || node->kind == NODE_LABEL_ADDRESS;
    for (struct node *child = node->first; child; child = child->next)
        find_callees(unit, function, child);
}

static void finish_component(struct graph *graph, struct function *root)
{
    size_t first = graph->stack_count;
    while (graph->stack[first - 1] != root)
        first--;
    first--;
    bool cycle = graph->stack_count - first > 1;
    for (size_t i = 0; i < root->callee_count; i++)
        cycle = cycle || root->callees[i] == root;
    for (size_t i = first; i < graph->stack_count; i++) {
        struct function *function = graph->stack[i];
        function->in_cycle = cycle;
        function->on_stack = false;
        graph->order[graph->order_count++] = function;
    }
    graph->stack_count = first;
}

static void visit(struct graph *graph, struct function *function)
{
    function->order = function->low = ++graph->next;
    arena_push(graph->unit->arena, graph->stack, graph->stack_count, function);
    function->on_stack = true;
    for (size_t i = 0; i < function->callee_count; i++) {
        struct function *callee = function->callees[i];
        if (!callee->order)
            visit(graph, callee);
        if (callee->on_stack && callee->low < function->low)
            function->low = callee->low;
    }
    if (function->low == function->order)
        finish_component(graph, function);
}

struct function **graph_order(struct unit *unit)
{
    struct graph graph = { .unit = unit };
    graph.order = arena_get(unit->arena, (unit->function_count + 1) * sizeof *graph.order);
    for (size_t i = 0; i < unit->function_count; i++)
        find_callees(unit, unit->functions[i], unit->functions[i]->body);
    for (size_t i = 0; i < unit->function_count; i++)
        if (!unit->functions[i]->order)
            visit(&graph, unit->functions[i]);
    return graph.order;
}
