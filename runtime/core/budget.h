/*
 * budget.h - how much a task may do in a turn without waiting.
 *
 * An await that is ready does not suspend. A task of which all awaits are would let nobody in, neither timers nor what comes
 * from outside. So each of them, in the leaf's start, spends some of a budget. When in one turn so much was spent by one task,
 * its next ready await waits for the next turn as if what it awaits had come just then, and libuv is polled before.
 * asyncio has none; tokio's is 128 operations. The order of tasks that do less in a turn is asyncio's.
 */
#ifndef ASYNCC_CORE_BUDGET_H
#define ASYNCC_CORE_BUDGET_H

#include "thread.h"

enum {
    ASYNCC_BUDGET = 1024,  /* once or twice that */
    ASYNCC_SPEND_CALL = 16 /* of one that called the system, which takes as long as so many others */
};

/* The thread's budget is used up, not always by the current task: whether that is within its own, which is renewed then. */
int asyncc_budget_renew(void);

/* Takes so much from it: 0 if it is used up. */
static ASYNCC_INLINE int asyncc_budget_take(int amount)
{
    return __builtin_expect((asyncc_thread.budget -= amount) >= 0, 1);
}

/* The current task's await is ready: 0 if it is to wait for the next turn all the same. */
static ASYNCC_INLINE int asyncc_budget_spend(int amount)
{
    return asyncc_budget_take(amount) || asyncc_budget_renew();
}

#endif
