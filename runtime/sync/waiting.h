/*
 * waiting.h - lists of tasks that wait for an object, and how such a wait begins and ends.
 *
 * A wait begins in the object's list (asyncc_waiting_begin). It ends in one of two ways: the object grants it
 * (asyncc_waiting_grant), or it is cancelled; either queues its unit, which goes on in its turn. A cancel may still
 * come between a grant and that turn: then its resume finds both, and has to pass the grant on to the next one.
 */
#ifndef ASYNCC_SYNC_WAITING_H
#define ASYNCC_SYNC_WAITING_H

#include "../core/budget.h"
#include "../core/cancel.h"
#include "../core/leaf.h"
#include "../core/list.h"
#include "../core/operation.h"

#include <asyncc/abi/waiting.h>

enum { ASYNCC_WAITS, ASYNCC_GRANTED, ASYNCC_LEFT_LIST };

/* The object that a wait's list is the member of. */
#define ASYNCC_WAITING_OBJECT(self, type, member) ((type *)(void *)((char *)(self)->list - offsetof(type, member)))

static inline void asyncc_waiting_remove(struct asyncc_waiting *self)
{
    ASYNCC_LIST_REMOVE(self->list->first, self);
}

/* For asyncc_waiting_begin: the wait leaves its list, and that is all. */
void asyncc_waiting_cancel(struct asyncc_operation *operation);

/* The current unit now waits in the list; a cancel that it has to take ends the wait at once. */
static inline asyncc_status asyncc_waiting_begin(struct async_waiters *list, struct asyncc_waiting *self,
                                                 asyncc_operation_canceller *cancel)
{
    struct asyncc_unit *unit = asyncc_context.current;
    self->list = list;
    self->state = ASYNCC_WAITS;
    ASYNCC_LIST_APPEND(list->first, self);
    asyncc_operation_begin(&self->operation, cancel);
    if (__builtin_expect(unit->flags & ASYNCC_CANCEL, 0))
        asyncc_cancel_begun(unit);
    return ASYNCC_PENDING;
}

/* What it waits for is its; it stays in the list. */
static inline void asyncc_waiting_grant(struct asyncc_waiting *self)
{
    self->state = ASYNCC_GRANTED;
    asyncc_operation_wake(&self->operation);
}

/* Its wait was cancelled; it stays in the list. */
static inline void asyncc_waiting_leave(struct asyncc_waiting *self)
{
    self->state = ASYNCC_LEFT_LIST;
    asyncc_operation_wake(&self->operation);
}

/* The first one, which is granted what it waits for and taken out of the list; NULL if there is none. */
static inline struct asyncc_waiting *asyncc_waiters_grant_first(struct async_waiters *list)
{
    struct asyncc_waiting *first = list->first;
    if (first) {
        asyncc_waiting_remove(first);
        asyncc_waiting_grant(first);
    }
    return first;
}

static inline void asyncc_waiters_grant_all(struct async_waiters *list)
{
    while (asyncc_waiters_grant_first(list)) {
    }
}

/*
 * Instead of going on: it has what it waits for, but its budget is spent. As if it had waited in the list and been granted
 * it just now.
 */
static inline asyncc_status asyncc_waiting_pause(struct async_waiters *list, struct asyncc_waiting *self)
{
    self->list = list;
    self->state = ASYNCC_GRANTED;
    return asyncc_operation_refuse(&self->operation);
}

/* What it waits for is there, and nobody's: to go on at once, or in the next turn. */
asyncc_status asyncc_waiting_spent(struct async_waiters *list, struct asyncc_waiting *self);
static inline asyncc_status asyncc_waiting_ready(struct async_waiters *list, struct asyncc_waiting *self)
{
    return asyncc_budget_take(1) ? ASYNCC_DONE : asyncc_waiting_spent(list, self);
}

/* In the resume of a wait: the status it ends with. */
static inline asyncc_status asyncc_waiting_end(struct asyncc_waiting *self)
{
    return asyncc_operation_cancelled(&self->operation) ? ASYNCC_CANCELLED : ASYNCC_DONE;
}

#endif
