/*
 * barrier.c - async_barrier. The last one to come wakes the others and empties the barrier at once, so that the
 * next round can begin while they still wait for their turns; asyncio lets who comes then wait.
 */
#include "waiting.h"

#include "../core/errors.h"

#include <asyncc/sync.h>

/* What a wait's detail says in the end: its number, or this. */
#define BROKEN UINT32_MAX

static void release(struct async_barrier *barrier, int broken)
{
    struct asyncc_waiting *first;
    while ((first = barrier->waiters.first)) {
        if (broken)
            first->detail = BROKEN;
        asyncc_waiters_grant_first(&barrier->waiters);
    }
    barrier->count = 0;
}

void async_barrier_abort(struct async_barrier *barrier)
{
    release(barrier, 1);
    barrier->is_broken = 1;
}

void async_barrier_reset(struct async_barrier *barrier)
{
    release(barrier, 1);
    barrier->is_broken = 0;
}

/* Those behind it come as one earlier. */
static void cancel(struct asyncc_operation *operation)
{
    struct asyncc_waiting *self = (struct asyncc_waiting *)operation;
    struct async_barrier *barrier = ASYNCC_WAITING_OBJECT(self, struct async_barrier, waiters);
    for (struct asyncc_waiting *other = self->next; other; other = other->next)
        other->detail--;
    asyncc_waiting_remove(self);
    barrier->count--;
    asyncc_waiting_leave(self);
}

asyncc_status asyncc_barrier_wait_start(struct asyncc_barrier_wait *self, struct async_barrier *barrier, int *value)
{
    if (barrier->is_broken) {
        *value = ASYNCC_ECONNABORTED;
        return ASYNCC_DONE;
    }
    self->waiting.detail = barrier->count++;
    if (barrier->count >= barrier->parties) {
        *value = (int)self->waiting.detail;
        release(barrier, 0);
        return ASYNCC_DONE;
    }
    return asyncc_waiting_begin(&barrier->waiters, &self->waiting, cancel);
}

asyncc_status asyncc_barrier_wait_resume(struct asyncc_barrier_wait *self, int *value)
{
    *value = self->waiting.detail == BROKEN ? ASYNCC_ECONNABORTED : (int)self->waiting.detail;
    return asyncc_waiting_end(&self->waiting);
}

/* clang-format off */
ASYNCC_NATURAL(barrier_wait, int, (struct async_barrier *barrier), ({ struct async_barrier *barrier; }), (barrier),
               (a->barrier));
/* clang-format on */
