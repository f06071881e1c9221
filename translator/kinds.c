#include "kinds.h"

#include "frame.h"
#include "graph.h"
#include "tree.h"
#include "visible.h"

/* What an await is, of what is known of its callee. With `unit` it is an item of a gather, which embeds the whole unit. */
static enum await_kind kind_of(const struct function *function, const struct await *await, bool unit)
{
    const struct function *callee = graph_callee(await);
    if (await->kind != AWAIT_CALL || !callee || callee->in_cycle)
        return await->kind;
    if (!callee->suspends && !unit)
        return AWAIT_PLAIN;
    /* one with errors has no frame; where it mentions types that come later in the file it is the pool's */
    if (!callee->frame || visible_frame(callee, unit) > function->node->begin)
        return AWAIT_CALL;
    return callee->suspends ? AWAIT_FRAME : AWAIT_PLAIN;
}

static void settle_await(const struct function *function, struct await *await, bool unit)
{
    await->kind = await->settled = kind_of(function, await, unit);
    for (size_t i = 0; i < await->item_count; i++)
        settle_await(function, await->items[i], true);
}

static bool settle(const struct function *function, struct node *node)
{
    bool suspends = false;
    if (node->kind == NODE_UNEVALUATED)
        return false;
    if (node->kind == NODE_AWAIT) {
        settle_await(function, node->await, false);
        suspends = node->await->kind != AWAIT_PLAIN || node->await->is_timeout;
    }
    for (struct node *child = node->first; child; child = child->next)
        suspends = settle(function, child) || suspends;
    return suspends;
}

/* Effects of an expression, the outermost assignment not counted; a large number when it may suspend. */
static unsigned effects(const struct node *node)
{
    unsigned count = 0;
    enum { MANY = 1000 };
    switch (node->kind) {
    case NODE_UNEVALUATED:
        return 0;
    case NODE_AWAIT:
        if (node->await->kind != AWAIT_PLAIN || node->await->is_timeout)
            return MANY;
        for (const struct node *child = node->await->call->first; child; child = child->next)
            count += effects(child);
        return count + 1;
    case NODE_CALL:
    case NODE_ASSIGN:
    case NODE_COMPOUND_ASSIGN:
    case NODE_STATEMENT_EXPRESSION:
    case NODE_OTHER:
        count = 1;
        break;
    case NODE_UNARY:
        count = node->op == OP_INCREMENT || node->op == OP_OTHER;
        break;
    case NODE_BINARY:
        count = node->op == OP_OTHER;
        break;
    default:
        break;
    }
    for (const struct node *child = node->first; child && count < MANY; child = child->next)
        count += effects(child);
    return count;
}

static void clear_awaits(struct node *node)
{
    node->has_await = false;
    for (struct node *child = node->first; child; child = child->next)
        clear_awaits(child);
}

/* An await that cannot suspend, and that nothing else in its expression competes with, is just a call. */
static bool clear_plain(struct node *node)
{
    if (!node->has_await)
        return false;
    if (node_is_expression(node) && !node_is_expression(node->parent)) {
        const struct node *inner = node_strip(node);
        bool assigns = inner->kind == NODE_ASSIGN && !effects(inner->first);
        if (effects(assigns ? inner->last : inner) == 1) {
            clear_awaits(node);
            return false;
        }
        return true;
    }
    bool any = false;
    for (struct node *child = node->first; child; child = child->next)
        any = clear_plain(child) || any;
    node->has_await = any || node->kind == NODE_AWAIT;
    return node->has_await;
}

void kinds_settle(struct function *function, bool always)
{
    function->suspends = settle(function, function->body) || function->needs_frame || always;
    clear_plain(function->body);
}
