/*
 * interval.c - ticks at regular times. See asyncc/interval.h.
 */
#include "clock.h"
#include "leaf.h"

#include <asyncc/interval.h>

void async_interval_init(struct async_interval *interval, double seconds, int missed)
{
    uint64_t now = asyncc_clock_now(&asyncc_thread);
    double nanoseconds = seconds * 1e9;
    interval->period = !(nanoseconds >= 1) ? 1 : nanoseconds < 9e18 ? (uint64_t)nanoseconds : (uint64_t)9e18;
    interval->next = now + interval->period;
    interval->missed = missed;
}

/* A tick is taken: how many it comes after the one that was due. */
static int64_t take(struct async_interval *interval)
{
    uint64_t now = asyncc_clock_now(&asyncc_thread), due = interval->next;
    uint64_t late = now > due ? (now - due) / interval->period : 0;
    switch (interval->missed) {
    case ASYNC_MISSED_DELAY: interval->next = (now > due ? now : due) + interval->period; break;
    case ASYNC_MISSED_SKIP: interval->next = due + (late + 1) * interval->period; break;
    default: interval->next = due + interval->period; break;
    }
    return (int64_t)late;
}

asyncc_status asyncc_interval_next_start(struct asyncc_interval_next *self, struct async_interval *interval, int64_t *value)
{
    uint64_t now = asyncc_clock_now(&asyncc_thread);
    (void)value;
    self->interval = interval;
    return asyncc_sleep_start(&self->sleep, interval->next > now ? (double)(interval->next - now) / 1e9 : 0);
}

asyncc_status asyncc_interval_next_resume(struct asyncc_interval_next *self, int64_t *value)
{
    asyncc_status status = asyncc_sleep_resume(&self->sleep);
    if (status == ASYNCC_DONE)
        *value = take(self->interval);
    return status;
}

/* clang-format off */
ASYNCC_NATURAL(interval_next, int64_t, (struct async_interval *interval), ({ struct async_interval *interval; }),
               (interval), (a->interval));
/* clang-format on */
