/*
 * sleep.c - async_sleep.
 */
#include "cancel.h"
#include "clock.h"
#include "due.h"

asyncc_status asyncc_sleep_start(struct asyncc_sleep *self, double seconds)
{
    struct asyncc_thread *thread = &asyncc_thread;
    struct asyncc_unit *unit = asyncc_context.current;
    if (!(seconds > 0) || unit->flags & ASYNCC_CANCEL)
        return asyncc_yield_start(NULL);
    self->timer.unit = unit;
    self->timer.kind = 0;
    asyncc_timer_arm(&self->timer, asyncc_clock_after(thread, seconds));
    asyncc_unit_wait(unit, ASYNCC_IN_TIMER, &self->timer);
    return ASYNCC_PENDING;
}
