#include "kinds.h"

#include "frame.h"
#include "graph.h"
#include "tree/tree.h"
#include "visible.h"

/* Who calls it: the function, which embeds a frame; a gather, which embeds a unit; an item in between, which takes what it gets. */
enum caller { FUNCTION, GATHER, ITEM };

/* What an await is, of what is known of its callee. */
static enum await_kind kind_of(const struct function *function, const struct await *await, enum caller caller)
{
    const struct function *callee = graph_callee(await);
    bool unit = caller == GATHER;
    if (await->kind != AWAIT_CALL || !callee || callee->in_cycle || caller == ITEM)
        return await->kind;
    /* one with errors has no frame; where it mentions what comes later in the file it is the pool's */
    if (!callee->frame || visible_callee(callee, unit) > function->node->begin)
        return AWAIT_CALL;
    return callee->suspends ? AWAIT_FRAME : AWAIT_PLAIN;
}

static void settle_await(const struct function *function, struct await *await, enum caller caller)
{
    await->kind = await->settled = kind_of(function, await, caller);
    await->is_item = caller == GATHER && await_form(await)->operand != OPERAND_CALL;
    await->is_pooled = caller == GATHER && (await->kind == AWAIT_CALL || await->kind == AWAIT_LEAF);
    enum caller inner = await_has_children(await) ? GATHER : caller == FUNCTION ? FUNCTION : ITEM;
    for (size_t i = 0; i < await->item_count; i++)
        settle_await(function, await->items[i], inner);
}

static bool settle(const struct function *function, struct node *node)
{
    bool suspends = false;
    if (node->kind == NODE_UNEVALUATED)
        return false;
    if (node->kind == NODE_AWAIT) {
        settle_await(function, node->await, FUNCTION);
        suspends = await_may_suspend(node->await);
    }
    for (struct node *child = node->first; child; child = child->next)
        suspends = settle(function, child) || suspends;
    return suspends;
}

void kinds_settle(struct function *function, bool always)
{
    function->suspends = settle(function, function->body) || always;
}
