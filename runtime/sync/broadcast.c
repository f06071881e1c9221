/*
 * broadcast.c - async_broadcast: a ring of the latest items, and receivers that each know the number of the item they
 * come to next. Sending overwrites the oldest.
 */
#include "waiting.h"

#include "../core/errors.h"
#include "../core/fatal.h"
#include "../core/memory.h"

#include <asyncc/channel.h>

#include <string.h>

int async_broadcast_init(struct async_broadcast *broadcast, size_t size, size_t space)
{
    *broadcast = (struct async_broadcast){ .size = size, .space = space ? space : 1 };
    if (broadcast->space > SIZE_MAX / (size + 1))
        return ASYNCC_ENOMEM;
    broadcast->ring = asyncc_memory(NULL, broadcast->space * size + 1);
    return broadcast->ring ? 0 : ASYNCC_ENOMEM;
}

void async_broadcast_deinit(struct async_broadcast *broadcast)
{
    if (broadcast->waiters.first)
        asyncc_fatal("async_broadcast_deinit: a task waits for an item");
    asyncc_memory(broadcast->ring, 0);
    broadcast->ring = NULL;
}

void async_broadcast_subscribe(struct async_broadcast *broadcast, struct async_receiver *receiver)
{
    *receiver = (struct async_receiver){ .broadcast = broadcast, .next = broadcast->sent };
}

static void wake_all(struct async_broadcast *broadcast)
{
    asyncc_waiters_grant_all(&broadcast->waiters);
}

static char *slot(const struct async_broadcast *broadcast, uint64_t number)
{
    return broadcast->ring + number % broadcast->space * broadcast->size;
}

int async_broadcast_send(struct async_broadcast *broadcast, const void *item)
{
    if (broadcast->is_closed)
        return ASYNCC_EPIPE;
    memcpy(slot(broadcast, broadcast->sent++), item, broadcast->size);
    wake_all(broadcast);
    return 0;
}

void async_broadcast_close(struct async_broadcast *broadcast)
{
    broadcast->is_closed = 1;
    wake_all(broadcast);
}

/* UV_EAGAIN if there is nothing to receive so far. */
static int receive(struct async_receiver *receiver, void *item)
{
    struct async_broadcast *broadcast = receiver->broadcast;
    uint64_t behind = broadcast->sent - receiver->next;
    if (behind > broadcast->space) {
        receiver->missed = behind - broadcast->space;
        receiver->next += receiver->missed;
        return ASYNCC_ENOBUFS;
    }
    if (behind == 0)
        return broadcast->is_closed ? ASYNCC_EOF : ASYNCC_EAGAIN;
    memcpy(item, slot(broadcast, receiver->next++), broadcast->size);
    return 0;
}

asyncc_status asyncc_broadcast_receive_start(struct asyncc_broadcast_receive *self, struct async_receiver *receiver,
                                             void *item, int *value)
{
    struct async_broadcast *broadcast = receiver->broadcast;
    self->receiver = receiver;
    self->item = item;
    if (broadcast->sent != receiver->next && !asyncc_budget_spend(1))
        return asyncc_waiting_pause(&broadcast->waiters, &self->waiting);
    *value = receive(receiver, item);
    if (*value != ASYNCC_EAGAIN)
        return ASYNCC_DONE;
    return asyncc_waiting_begin(&broadcast->waiters, &self->waiting, asyncc_waiting_cancel);
}

/* Another task with the same receiver may have been faster: then it waits on. */
asyncc_status asyncc_broadcast_receive_resume(struct asyncc_broadcast_receive *self, int *value)
{
    asyncc_status status = asyncc_waiting_end(&self->waiting);
    if (status != ASYNCC_DONE)
        return status;
    return asyncc_broadcast_receive_start(self, self->receiver, self->item, value);
}

/* clang-format off */
ASYNCC_NATURAL(broadcast_receive, int, (struct async_receiver *receiver, void *item),
               ({ struct async_receiver *receiver; void *item; }), (receiver, item), (a->receiver, a->item));
/* clang-format on */
