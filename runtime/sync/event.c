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
    while (asyncc_waiters_grant_first(&event->waiters)) {
    }
}

void async_event_clear(struct async_event *event)
{
    event->is_set = 0;
}

int async_event_is_set(const struct async_event *event)
{
    return event->is_set;
}

static void cancel(struct asyncc_operation *operation)
{
    struct asyncc_waiting *self = (struct asyncc_waiting *)operation;
    struct async_event *event = self->object;
    asyncc_waiters_remove(&event->waiters, self);
    asyncc_waiting_leave(self);
}

asyncc_status asyncc_event_wait_start(struct asyncc_event_wait *self, struct async_event *event)
{
    if (event->is_set)
        return ASYNCC_DONE;
    return asyncc_waiting_begin(&event->waiters, &self->waiting, event, cancel);
}

asyncc_status asyncc_event_wait_resume(struct asyncc_event_wait *self)
{
    return asyncc_waiting_end(&self->waiting);
}

ASYNCC_NATURAL_VOID(event_wait, (struct async_event *event), ({ struct async_event *event; }), (event), (a->event));
