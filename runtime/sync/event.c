/*
 * event.c - async_event.
 */
#include "waiting.h"

#include <asyncc/sync.h>

void async_event_set(struct async_event *event)
{
    if (event->is_set)
        return;
    event->is_set = 1;
    asyncc_waiters_grant_all(&event->waiters);
}

void async_event_clear(struct async_event *event)
{
    event->is_set = 0;
}

int async_event_is_set(const struct async_event *event)
{
    return event->is_set;
}

asyncc_status asyncc_event_wait_start(struct asyncc_event_wait *self, struct async_event *event)
{
    if (event->is_set)
        return asyncc_waiting_ready(&event->waiters, &self->waiting);
    return asyncc_waiting_begin(&event->waiters, &self->waiting, asyncc_waiting_cancel);
}

asyncc_status asyncc_event_wait_resume(struct asyncc_event_wait *self)
{
    return asyncc_waiting_end(&self->waiting);
}

/* clang-format off */
ASYNCC_NATURAL_VOID(event_wait, (struct async_event *event), ({ struct async_event *event; }), (event), (a->event));
/* clang-format on */
