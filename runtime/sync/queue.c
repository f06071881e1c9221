/*
 * queue.c - async_queue: a ring, a semaphore that counts its items, and one that counts the room in it.
 *
 * An item stays in the ring until the one that it is meant for goes on, which takes the first: those that were
 * granted an item go on in the order in which they were. asyncio lets whoever comes first take it, so that a task
 * may lose its place; otherwise this is asyncio.Queue.
 */
#include "semaphore.h"

#include "../core/errors.h"
#include "../core/fatal.h"
#include "../core/memory.h"

#include <asyncc/channel.h>

#include <string.h>

enum { FIRST_SPACE = 8 };

void async_queue_init(struct async_queue *queue, size_t size, size_t bound)
{
    *queue = (struct async_queue){ .size = size, .bound = bound };
    queue->room.value = bound < UINT32_MAX ? (unsigned)bound : UINT32_MAX;
}

void async_queue_deinit(struct async_queue *queue)
{
    if (queue->items.waiters.first || queue->room.waiters.first || queue->joiners.first)
        asyncc_fatal("async_queue_deinit: a task waits in the queue");
    asyncc_memory(queue->ring, 0);
    queue->ring = NULL;
    queue->count = queue->space = 0;
}

size_t async_queue_count(const struct async_queue *queue)
{
    return queue->count;
}

/* ---- the ring ---- */

static char *slot(const struct async_queue *queue, size_t index)
{
    return queue->ring + (queue->first + index) % queue->space * queue->size;
}

static int grow(struct async_queue *queue)
{
    size_t space = queue->space ? queue->space * 2 : FIRST_SPACE;
    if (queue->bound && space > queue->bound)
        space = queue->bound;
    if (space > SIZE_MAX / (queue->size + 1))
        return ASYNCC_ENOMEM;
    char *ring = asyncc_memory(NULL, space * queue->size + 1);
    if (!ring)
        return ASYNCC_ENOMEM;
    for (size_t i = 0; i < queue->count; i++)
        memcpy(ring + i * queue->size, slot(queue, i), queue->size);
    asyncc_memory(queue->ring, 0);
    queue->ring = ring;
    queue->space = space;
    queue->first = 0;
    return 0;
}

/* There is room, and it was acquired. */
static int put(struct async_queue *queue, const void *item)
{
    int error = queue->is_closed ? ASYNCC_EPIPE : queue->count == queue->space ? grow(queue) : 0;
    if (error) {
        if (queue->bound)
            async_semaphore_release(&queue->room);
        return error;
    }
    memcpy(slot(queue, queue->count++), item, queue->size);
    queue->unfinished++;
    async_semaphore_release(&queue->items);
    return 0;
}

/* There is an item, and it was acquired. */
static void get(struct async_queue *queue, void *item)
{
    memcpy(item, slot(queue, 0), queue->size);
    queue->first = (queue->first + 1) % queue->space;
    queue->count--;
    if (queue->bound)
        async_semaphore_release(&queue->room);
}

/* ---- at once ---- */

int async_queue_try_put(struct async_queue *queue, const void *item)
{
    if (queue->is_closed)
        return ASYNCC_EPIPE;
    if (queue->bound && async_semaphore_tryacquire(&queue->room) != 0)
        return ASYNCC_EAGAIN;
    return put(queue, item);
}

/* Nothing can be got any more: an item that is meant for somebody may still be given back. */
static int is_over(const struct async_queue *queue)
{
    return queue->is_closed && queue->items.value == 0 && queue->items.granted == 0;
}

int async_queue_try_get(struct async_queue *queue, void *item)
{
    if (async_semaphore_tryacquire(&queue->items) != 0)
        return is_over(queue) ? ASYNCC_EOF : ASYNCC_EAGAIN;
    get(queue, item);
    return 0;
}

/* ---- the end ---- */

static void dismiss_if_over(struct async_queue *queue)
{
    if (is_over(queue))
        asyncc_semaphore_dismiss(&queue->items);
}

void async_queue_close(struct async_queue *queue)
{
    queue->is_closed = 1;
    asyncc_semaphore_dismiss(&queue->room);
    dismiss_if_over(queue);
}

static void wake_joiners(struct async_queue *queue)
{
    if (queue->unfinished == 0)
        asyncc_waiters_grant_all(&queue->joiners);
}

/* Those that were granted an item find none in their turn. */
void async_queue_abort(struct async_queue *queue)
{
    queue->unfinished -= queue->count;
    queue->count = 0;
    queue->items.value = 0;
    async_queue_close(queue);
    wake_joiners(queue);
}

void async_queue_done(struct async_queue *queue)
{
    if (queue->unfinished == 0)
        asyncc_fatal("async_queue_done was called more often than items were put");
    queue->unfinished--;
    wake_joiners(queue);
}

/* ---- leaves ---- */

asyncc_status asyncc_queue_put_start(struct asyncc_queue_put *self, struct async_queue *queue, const void *item, int *value)
{
    int may_wait = !queue->is_closed && (queue->bound || !asyncc_budget_spend(1));
    if (__builtin_expect(may_wait, 0)) {
        self->queue = queue;
        self->item = item;
        asyncc_status status = queue->bound ? asyncc_semaphore_begin(&queue->room, &self->waiting)
                                            : asyncc_semaphore_pause(&queue->room, &self->waiting);
        if (status != ASYNCC_DONE)
            return status;
    }
    *value = queue->is_closed ? ASYNCC_EPIPE : put(queue, item);
    return ASYNCC_DONE;
}

asyncc_status asyncc_queue_put_resume(struct asyncc_queue_put *self, int *value)
{
    asyncc_status status = asyncc_semaphore_end(&self->waiting);
    if (status == ASYNCC_DONE)
        *value = self->waiting.detail ? ASYNCC_EPIPE : put(self->queue, self->item);
    return status;
}

asyncc_status asyncc_queue_get_start(struct asyncc_queue_get *self, struct async_queue *queue, void *item, int *value)
{
    *value = ASYNCC_EOF;
    if (is_over(queue))
        return ASYNCC_DONE;
    self->queue = queue;
    self->item = item;
    asyncc_status status = asyncc_semaphore_begin(&queue->items, &self->waiting);
    if (status == ASYNCC_DONE) {
        get(queue, item);
        *value = 0;
    }
    return status;
}

asyncc_status asyncc_queue_get_resume(struct asyncc_queue_get *self, int *value)
{
    struct async_queue *queue = self->queue;
    asyncc_status status = asyncc_semaphore_end(&self->waiting);
    if (queue->count == 0)
        queue->items.value = 0; /* what a cancelled one gives back was dropped */
    dismiss_if_over(queue);
    if (status != ASYNCC_DONE)
        return status;
    *value = ASYNCC_EOF;
    if (self->waiting.detail == 0 && queue->count) {
        get(queue, self->item);
        *value = 0;
    }
    return status;
}

asyncc_status asyncc_queue_join_start(struct asyncc_queue_join *self, struct async_queue *queue)
{
    if (queue->unfinished == 0)
        return asyncc_waiting_ready(&queue->joiners, &self->waiting);
    return asyncc_waiting_begin(&queue->joiners, &self->waiting, asyncc_waiting_cancel);
}

asyncc_status asyncc_queue_join_resume(struct asyncc_queue_join *self)
{
    return asyncc_waiting_end(&self->waiting);
}

/* clang-format off */
ASYNCC_NATURAL(queue_put, int, (struct async_queue *queue, const void *item),
               ({ struct async_queue *queue; const void *item; }), (queue, item), (a->queue, a->item));
ASYNCC_NATURAL(queue_get, int, (struct async_queue *queue, void *item),
               ({ struct async_queue *queue; void *item; }), (queue, item), (a->queue, a->item));
ASYNCC_NATURAL_VOID(queue_join, (struct async_queue *queue), ({ struct async_queue *queue; }), (queue), (a->queue));
/* clang-format on */
