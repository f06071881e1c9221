/*
 * future.c - async_future: an event with a status.
 */
#include "waiting.h"

#include "../core/errors.h"

#include <asyncc/future.h>

void async_future_keep(struct async_future *future)
{
    (void)future;
}

int async_future_set(struct async_future *future, int status)
{
    if (future->is_set)
        return ASYNCC_EALREADY;
    future->is_set = 1;
    future->status = status;
    asyncc_waiters_grant_all(&future->waiters);
    return 0;
}

int async_future_is_set(const struct async_future *future)
{
    return future->is_set;
}

/* The rest of a wait that was cancelled: further cancels change nothing. */
static asyncc_status finish(struct asyncc_future_wait *self, struct async_future *future)
{
    if (future->is_set)
        return ASYNCC_CANCELLED;
    return asyncc_waiting_begin(&future->waiters, &self->waiting, asyncc_waiting_cancel);
}

asyncc_status asyncc_future_wait_start(struct asyncc_future_wait *self, struct async_future *future, int *value)
{
    self->cancelled = 0;
    *value = future->status;
    if (future->is_set)
        return asyncc_waiting_ready(&future->waiters, &self->waiting);
    return asyncc_waiting_begin(&future->waiters, &self->waiting, asyncc_waiting_cancel);
}

asyncc_status asyncc_future_wait_resume(struct asyncc_future_wait *self, int *value)
{
    struct async_future *future = ASYNCC_WAITING_OBJECT(&self->waiting, struct async_future, waiters);
    int is_cancelled = asyncc_waiting_end(&self->waiting) == ASYNCC_CANCELLED;
    if (self->cancelled)
        return finish(self, future);
    if (!is_cancelled) {
        *value = future->status;
        return ASYNCC_DONE;
    }
    self->cancelled = 1;
    if (!future->cancel && !future->remote)
        return ASYNCC_CANCELLED;
    if (!future->is_set && future->cancel)
        future->cancel(future);
    return finish(self, future);
}

/* clang-format off */
ASYNCC_NATURAL(future_wait, int, (struct async_future *future), ({ struct async_future *future; }), (future),
               (a->future));
/* clang-format on */
