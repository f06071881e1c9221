/*
 * condition.c - async_condition, by the algorithm of asyncio.Condition.
 *
 * A wait has two parts: until it is notified, and then for the mutex. The second one is never given up: cancels
 * that come meanwhile are delivered when the mutex is held.
 */
#include "waiting.h"

#include "../core/fatal.h"

#include <asyncc/sync.h>

#include <limits.h>

void async_condition_notify(struct async_condition *condition, unsigned count)
{
    while (count-- && asyncc_waiters_grant_first(&condition->waiters)) {
    }
}

void async_condition_notify_all(struct async_condition *condition)
{
    async_condition_notify(condition, UINT_MAX);
}

asyncc_status asyncc_condition_wait_start(struct asyncc_condition_wait *self, struct async_condition *condition,
                                          struct async_mutex *mutex)
{
    if (!mutex->is_locked)
        asyncc_fatal("async_condition_wait: the mutex is not locked");
    self->condition = condition;
    self->mutex = mutex;
    self->locking = self->cancelled = 0;
    async_mutex_unlock(mutex);
    return asyncc_waiting_begin(&condition->waiters, &self->leaf.waiting, asyncc_waiting_cancel);
}

/* The mutex is held. */
static asyncc_status end(struct asyncc_condition_wait *self)
{
    if (!self->cancelled)
        return ASYNCC_DONE;
    if (self->notified)
        async_condition_notify(self->condition, 1);
    return ASYNCC_CANCELLED;
}

asyncc_status asyncc_condition_wait_resume(struct asyncc_condition_wait *self)
{
    asyncc_status status;
    if (!self->locking) {
        self->cancelled = asyncc_waiting_end(&self->leaf.waiting) == ASYNCC_CANCELLED;
        self->notified = self->leaf.waiting.state == ASYNCC_GRANTED;
        self->locking = 1;
        status = asyncc_mutex_lock_start(&self->leaf.lock, self->mutex);
    } else {
        status = asyncc_mutex_lock_resume(&self->leaf.lock);
        if (status == ASYNCC_CANCELLED) {
            self->cancelled = 1;
            status = asyncc_mutex_lock_start(&self->leaf.lock, self->mutex);
        }
    }
    return status == ASYNCC_PENDING ? ASYNCC_PENDING : end(self);
}

/* clang-format off */
ASYNCC_NATURAL_VOID(condition_wait, (struct async_condition *condition, struct async_mutex *mutex),
                    ({ struct async_condition *condition; struct async_mutex *mutex; }), (condition, mutex),
                    (a->condition, a->mutex));
/* clang-format on */
