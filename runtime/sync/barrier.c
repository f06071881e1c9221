/*
 * barrier.c - async_barrier, by the algorithm of asyncio.Barrier.
 *
 * A wait has two parts: as long as others leave the barrier it stands in front of it, and then inside until it is full.
 * Who is woken looks again at what the state is by then, so that a reset or an abort is seen by all who have not gone on.
 */
#include "waiting.h"

#include "../core/errors.h"

#include <asyncc/sync.h>

enum { FILLING, DRAINING, RESETTING, BROKEN };

void async_barrier_abort(struct async_barrier *barrier)
{
    barrier->state = BROKEN;
    asyncc_waiters_grant_all(&barrier->waiters);
}

void async_barrier_reset(struct async_barrier *barrier)
{
    barrier->state = barrier->count ? RESETTING : FILLING;
    asyncc_waiters_grant_all(&barrier->waiters);
}

int async_barrier_is_broken(const struct async_barrier *barrier)
{
    return barrier->state == BROKEN;
}

unsigned async_barrier_count(const struct async_barrier *barrier)
{
    return barrier->state == FILLING ? barrier->count : 0;
}

/* The last one lets in those who stand in front of it. */
static void leave(struct async_barrier *barrier)
{
    if (--barrier->count)
        return;
    if (barrier->state != BROKEN)
        barrier->state = FILLING;
    asyncc_waiters_grant_all(&barrier->waiters);
}

static asyncc_status wait(struct asyncc_barrier_wait *self, struct async_barrier *barrier)
{
    return asyncc_waiting_begin(&barrier->waiters, &self->waiting, asyncc_waiting_cancel);
}

static asyncc_status wait_inside(struct asyncc_barrier_wait *self, struct async_barrier *barrier, int *value)
{
    if (barrier->state == FILLING)
        return wait(self, barrier);
    *value = barrier->state == DRAINING ? (int)self->waiting.detail : ASYNCC_ECONNABORTED;
    leave(barrier);
    return ASYNCC_DONE;
}

static asyncc_status enter(struct asyncc_barrier_wait *self, struct async_barrier *barrier, int *value)
{
    if (barrier->state == DRAINING || barrier->state == RESETTING)
        return wait(self, barrier);
    if (barrier->state == BROKEN) {
        *value = ASYNCC_ECONNABORTED;
        return ASYNCC_DONE;
    }
    self->is_inside = 1;
    self->waiting.detail = barrier->count++;
    if (barrier->count >= barrier->parties) {
        barrier->state = DRAINING;
        asyncc_waiters_grant_all(&barrier->waiters);
    }
    return wait_inside(self, barrier, value);
}

asyncc_status asyncc_barrier_wait_start(struct asyncc_barrier_wait *self, struct async_barrier *barrier, int *value)
{
    self->is_inside = 0;
    return enter(self, barrier, value);
}

asyncc_status asyncc_barrier_wait_resume(struct asyncc_barrier_wait *self, int *value)
{
    struct async_barrier *barrier = ASYNCC_WAITING_OBJECT(&self->waiting, struct async_barrier, waiters);
    if (asyncc_waiting_end(&self->waiting) == ASYNCC_CANCELLED) {
        if (self->is_inside)
            leave(barrier);
        return ASYNCC_CANCELLED;
    }
    return self->is_inside ? wait_inside(self, barrier, value) : enter(self, barrier, value);
}

/* clang-format off */
ASYNCC_NATURAL(barrier_wait, int, (struct async_barrier *barrier), ({ struct async_barrier *barrier; }), (barrier),
               (a->barrier));
/* clang-format on */
