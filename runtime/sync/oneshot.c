/*
 * oneshot.c - async_oneshot: an event with a value.
 */
#include "waiting.h"

#include "../core/errors.h"

#include <asyncc/channel.h>

#include <string.h>

void async_oneshot_init(struct async_oneshot *oneshot, void *value, size_t size)
{
    *oneshot = (struct async_oneshot){ .value = value, .size = size, .status = ASYNCC_EAGAIN };
}

int async_oneshot_send(struct async_oneshot *oneshot, const void *value)
{
    if (oneshot->status != ASYNCC_EAGAIN)
        return ASYNCC_EPIPE;
    if (oneshot->size)
        memcpy(oneshot->value, value, oneshot->size);
    oneshot->status = 0;
    async_event_set(&oneshot->event);
    return 0;
}

void async_oneshot_close(struct async_oneshot *oneshot)
{
    if (oneshot->status != ASYNCC_EAGAIN)
        return;
    oneshot->status = ASYNCC_EOF;
    async_event_set(&oneshot->event);
}

asyncc_status asyncc_oneshot_receive_start(struct asyncc_oneshot_receive *self, struct async_oneshot *oneshot, int *value)
{
    *value = oneshot->status;
    return asyncc_event_wait_start(&self->wait, &oneshot->event);
}

asyncc_status asyncc_oneshot_receive_resume(struct asyncc_oneshot_receive *self, int *value)
{
    struct async_oneshot *oneshot = ASYNCC_WAITING_OBJECT(&self->wait.waiting, struct async_oneshot, event.waiters);
    asyncc_status status = asyncc_event_wait_resume(&self->wait);
    if (status == ASYNCC_DONE)
        *value = oneshot->status;
    return status;
}

/* clang-format off */
ASYNCC_NATURAL(oneshot_receive, int, (struct async_oneshot *oneshot), ({ struct async_oneshot *oneshot; }),
               (oneshot), (a->oneshot));
/* clang-format on */
