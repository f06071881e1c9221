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
    /* one with errors has no frame; where it mentions what comes later in the file it is the pool's */
    if (!callee->frame || visible_callee(callee, unit) > function->node->begin)
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

void kinds_settle(struct function *function, bool always)
{
    function->suspends = settle(function, function->body) || always;
}
