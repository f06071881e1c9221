/*
 * sleep.c - async_sleep and async_yield.
 */
#include "cancel.h"
#include "clock.h"
#include "due.h"

static asyncc_status yield(struct asyncc_thread *thread)
{
    asyncc_push(thread, asyncc_context.current);
    return ASYNCC_PENDING;
}

static asyncc_status resume(void)
{
    return asyncc_unit_take_cancel(asyncc_context.current) ? ASYNCC_CANCELLED : ASYNCC_DONE;
}

asyncc_status asyncc_sleep_start(struct asyncc_sleep *self, double seconds)
{
    struct asyncc_thread *thread = &asyncc_thread;
    struct asyncc_unit *unit = asyncc_context.current;
    if (!(seconds > 0) || unit->flags & ASYNCC_CANCEL)
        return yield(thread);
    self->timer.unit = unit;
    self->timer.kind = 0;
    asyncc_timer_arm(&self->timer, asyncc_clock_after(thread, seconds));
    asyncc_unit_wait(unit, ASYNCC_IN_TIMER, &self->timer);
    return ASYNCC_PENDING;
}

asyncc_status asyncc_sleep_resume(struct asyncc_sleep *self)
{
    (void)self;
    return resume();
}

asyncc_status asyncc_yield_start(struct asyncc_yield *self)
{
    (void)self;
    return yield(&asyncc_thread);
}

asyncc_status asyncc_yield_resume(struct asyncc_yield *self)
{
    (void)self;
    return resume();
}
