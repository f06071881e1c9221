/*
 * wait.h - what tasks, the scheduler and cancels know of async_wait.
 */
#ifndef ASYNCC_CORE_WAIT_H
#define ASYNCC_CORE_WAIT_H

#include "unit.h"

/*
 * One task that a wait waits for. It is a unit so that it can stand in the ready queue as a callback of its
 * own, which is where asyncio has one. In its task's list of waiters it has no join.unit, which tells it from
 * a join.
 */
struct asyncc_waiter {
    struct asyncc_unit unit; /* owner: the wait, NULL when that is over before the callback's turn */
    struct asyncc_join join; /* in the task's list exactly while the task has not ended */
    struct asyncc_waiter *next;
};
extern const struct asyncc_function asyncc_waiter_function;

/* The waiter's task has ended, and has forgotten it. */
void asyncc_wait_note(struct asyncc_join *join);

/* The waiter comes out of the ready queue. */
void asyncc_wait_callback(struct asyncc_waiter *waiter);

#endif
