#include "seen.h"

#include "order.h"
#include "storage.h"
#include "tree/tree.h"

/* ---- awaits that are just calls ---- */

/* Effects of an expression, the outermost assignment not counted; a large number when it may suspend. */
static unsigned effects(const struct node *node)
{
    unsigned count = 0;
    enum { MANY = 1000 };
    switch (node->kind) {
    case NODE_UNEVALUATED: return 0;
    case NODE_AWAIT:
        if (await_may_suspend(node->await))
            return MANY;
        for (const struct node *child = node->await->call->first; child; child = child->next)
            count += effects(child);
        return count + 1;
    case NODE_CALL:
    case NODE_ASSIGN:
    case NODE_COMPOUND_ASSIGN:
    case NODE_STATEMENT_EXPRESSION:
    case NODE_OTHER: count = 1; break;
    case NODE_UNARY: count = node->op == OP_INCREMENT || node->op == OP_OTHER; break;
    case NODE_BINARY: count = node->op == OP_OTHER; break;
    default: break;
    }
    for (const struct node *child = node->first; child && count < MANY; child = child->next)
        count += effects(child);
    return count;
}

/* An await that cannot suspend, and that nothing else in its expression competes with or could be told from. */
static bool is_just_a_call(struct arena *arena, struct node *node)
{
    if (!node->awaits || !node_is_expression(node) || node_is_expression(node->parent))
        return false;
    const struct node *inner = node_strip(node);
    bool assigns = inner->kind == NODE_ASSIGN && !effects(inner->first);
    return effects(assigns ? inner->last : inner) == 1 && !order_matters(arena, node);
}

/* ---- jumps ---- */

static bool leads_out(const struct node *node, const struct node *of)
{
    switch (node->kind) {
    case NODE_UNEVALUATED: return false;
    case NODE_RETURN:
    case NODE_GOTO_INDIRECT: return true;
    case NODE_GOTO: return !node_is_inside(node->decl ? node->decl->node : NULL, of);
    case NODE_BREAK:
    case NODE_CONTINUE: return !node_is_inside(node_left_by(node, node->kind), of);
    default: break;
    }
    for (const struct node *child = node->first; child; child = child->next)
        if (leads_out(child, of))
            return true;
    return false;
}

bool seen_leaves(const struct node *expression)
{
    return leads_out(expression, expression);
}

/* ---- the walk ---- */

static bool find(struct arena *arena, const struct function *function, struct node *node)
{
    node->to_lower = false;
    if (node->kind == NODE_UNEVALUATED || is_just_a_call(arena, node))
        return false;
    bool any = node->kind == NODE_AWAIT || node->kind == NODE_DEFER;
    if (node->kind == NODE_STATEMENT_EXPRESSION && (function->suspends || function->has_defer))
        any = seen_leaves(node);
    for (struct node *child = node->first; child; child = child->next)
        any = find(arena, function, child) || any;
    node->to_lower = any;
    return any;
}

static bool needs_frame(const struct node *node)
{
    if (node->kind == NODE_UNEVALUATED)
        return false;
    if (storage_needs_frame(node))
        return true;
    for (const struct node *child = node->first; child; child = child->next)
        if (needs_frame(child))
            return true;
    return false;
}

void seen_find(struct unit *unit, struct function *function)
{
    find(unit->arena, function, function->body);
    if (function->suspends || !needs_frame(function->body))
        return;
    function->suspends = true;
    find(unit->arena, function, function->body);
}

void seen_add(struct node *node)
{
    for (; node && node->kind != NODE_FUNCTION; node = node->parent)
        node->to_lower = true;
}
