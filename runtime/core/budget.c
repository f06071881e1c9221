/*
 * budget.c - see budget.h. Steps do not touch the budget: it is looked at when it is used up. Who has used it up by then, and
 * did so before in the same turn, has done enough; anybody else is remembered for the next time.
 */
#include "budget.h"

int asyncc_budget_renew(void)
{
    struct asyncc_thread *thread = &asyncc_thread;
    const struct asyncc_unit *root = asyncc_context.current ? asyncc_unit_root(asyncc_context.current) : NULL;
    int within = thread->spender != root || thread->spent_turn != thread->turns;
    thread->budget = ASYNCC_BUDGET;
    thread->spender = root;
    thread->spent_turn = within ? thread->turns : thread->turns + 1;
    if (!within)
        asyncc_poll(thread);
    return within || !root;
}
