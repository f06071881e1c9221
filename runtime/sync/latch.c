/*
 * latch.c - async_latch.
 */
#include "waiting.h"

#include "../core/fatal.h"

#include <asyncc/sync.h>

void async_latch_count_down(struct async_latch *latch, unsigned count)
{
    if (count > latch->count)
        asyncc_fatal("async_latch_count_down: %u of the %u that are to come", count, latch->count);
    latch->count -= count;
    if (latch->count == 0)
        asyncc_waiters_grant_all(&latch->waiters);
}

asyncc_status asyncc_latch_wait_start(struct asyncc_latch_wait *self, struct async_latch *latch)
{
    if (latch->count == 0)
        return asyncc_waiting_ready(&latch->waiters, &self->waiting);
    return asyncc_waiting_begin(&latch->waiters, &self->waiting, asyncc_waiting_cancel);
}

asyncc_status asyncc_latch_wait_resume(struct asyncc_latch_wait *self)
{
    return asyncc_waiting_end(&self->waiting);
}

/* clang-format off */
ASYNCC_NATURAL_VOID(latch_wait, (struct async_latch *latch), ({ struct async_latch *latch; }), (latch), (a->latch));
/* clang-format on */
