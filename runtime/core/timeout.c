/*
 * timeout.c - async_timeout, by the algorithm of asyncio.timeout.
 *
 * When the time is over the task is cancelled like by anybody else. At the end the timeout takes its request
 * back; if then no more requests are left than there were at the beginning, the cancel was its own alone and
 * ends here, otherwise it goes on outwards.
 */
#include "cancel.h"
#include "clock.h"
#include "due.h"
#include "errors.h"
#include "timeout.h"

void asyncc_timeout_start(struct asyncc_timeout *self, double seconds)
{
    struct asyncc_thread *thread = &asyncc_thread;
    struct asyncc_unit *unit = asyncc_context.current;
    self->timer.unit = unit;
    self->timer.kind = ASYNCC_TIMER_TIMEOUT;
    self->cancels = asyncc_requests(asyncc_unit_root(unit));
    self->fired = 0;
    if (seconds > 0)
        asyncc_timer_arm(&self->timer, asyncc_clock_after(thread, seconds));
    else
        asyncc_timer_arm_now(&self->timer);
}

void asyncc_timeout_fire(struct asyncc_timeout *self)
{
    self->fired = 1;
    asyncc_cancel(asyncc_unit_root(self->timer.unit), self->timer.unit);
}

/* Task.uncancel: takes back one request; the value is how many are left. */
static uint32_t uncancel(struct asyncc_unit *unit)
{
    struct asyncc_unit *root = asyncc_unit_root(unit);
    uint32_t requests = asyncc_requests(root);
    if (requests == 0)
        return 0;
    asyncc_request_take_back(root);
    if (requests == 1)
        unit->flags &= ~(uint32_t)ASYNCC_CANCEL; /* asked for, but nothing was left that could be cancelled */
    return requests - 1;
}

asyncc_status asyncc_timeout_end(struct asyncc_timeout *self, asyncc_status status, int *result)
{
    if (status == ASYNCC_PENDING)
        return ASYNCC_PENDING;
    asyncc_timer_disarm(&self->timer);
    int own = self->fired && uncancel(self->timer.unit) <= self->cancels;
    if (status == ASYNCC_CANCELLED && !own)
        return ASYNCC_CANCELLED;
    *result = status == ASYNCC_DONE ? 0 : ASYNCC_ETIMEDOUT;
    return ASYNCC_DONE;
}
