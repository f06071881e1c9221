/*
 * asyncc/channel.h - tasks that give each other values: queues, one value once, and every value to everybody.
 *
 * They belong to one thread. Values are copied as bytes, of the size that the channel was made for. Those that wait
 * are served in the order in which they came, and a wait that is cancelled loses no value and takes none: what was
 * already meant for it goes to the next one, in order.
 */
#ifndef ASYNCC_CHANNEL_H
#define ASYNCC_CHANNEL_H

#include <stdint.h>

#include <asyncc/sync.h>

#include <asyncc/abi/channel.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- queue: bounded, with close. asyncio.Queue, of Python 3.13 ---- */

struct async_queue {
    struct async_semaphore items, room; /* what can be got, and put; `room` counts only if there is a bound */
    struct async_waiters joiners;
    char *ring;
    size_t size;         /* of an item */
    size_t first, count; /* in the ring, in items */
    size_t space;        /* of the ring */
    size_t bound;        /* the most items; 0: no bound */
    size_t unfinished;   /* put, and not said to be done */
    int is_closed;
};

/*
 * A queue for items of `size` bytes: at most `bound` of them, or any number if that is 0. It allocates when items
 * are put; what it has is released by deinit.
 */
void async_queue_init(struct async_queue *queue, size_t size, size_t bound);

/* Releases the items' memory. Nobody may be waiting. */
void async_queue_deinit(struct async_queue *queue);

/*
 * Waits until there is room and it is this one's turn, and puts a copy of the item: 0, UV_EPIPE if the queue is
 * closed, or UV_ENOMEM. Cancelled: nothing is put. Queue.put.
 */
_Async int async_queue_put(struct async_queue *queue, const void *item) ASYNCC_LEAF;

/*
 * Waits until there is an item for this one, and stores it in `item`: 0, or UV_EOF if the queue is closed and has no
 * more. Cancelled: nothing is taken. Queue.get.
 */
_Async int async_queue_get(struct async_queue *queue, void *item) ASYNCC_LEAF;

/* The same at once: UV_EAGAIN if it would have to wait. Also for plain callbacks. */
int async_queue_try_put(struct async_queue *queue, const void *item);
int async_queue_try_get(struct async_queue *queue, void *item);

/* No more can be put; whoever waits to put gets UV_EPIPE. What is in it can be got. Queue.shutdown(). */
void async_queue_close(struct async_queue *queue);

/* The same, and what is in it is dropped, as if it was done. Queue.shutdown(immediate=True). */
void async_queue_abort(struct async_queue *queue);

/* How many items are in it. */
size_t async_queue_count(const struct async_queue *queue);

/* An item that was got has been dealt with. Queue.task_done. */
void async_queue_done(struct async_queue *queue);

/* Waits until every item that was put has been dealt with. Queue.join. */
_Async void async_queue_join(struct async_queue *queue) ASYNCC_LEAF;

/* ---- one value, once. tokio's oneshot ---- */

struct async_oneshot {
    struct async_event event;
    void *value; /* where it is kept: the caller's */
    size_t size;
    int status; /* UV_EAGAIN until it is sent or closed */
};

/* For a value that is kept in the `size` bytes at `value`. */
void async_oneshot_init(struct async_oneshot *oneshot, void *value, size_t size);

/* Sends a copy of the value: 0, or UV_EPIPE if it was sent or closed before. */
int async_oneshot_send(struct async_oneshot *oneshot, const void *value);

/* There will be no value; nothing happens if there is one. */
void async_oneshot_close(struct async_oneshot *oneshot);

/* Waits for the value: 0 when it is there, UV_EOF when there will be none. Any number of tasks may. */
_Async int async_oneshot_receive(struct async_oneshot *oneshot) ASYNCC_LEAF;

/* ---- every value to every receiver. tokio's broadcast ---- */

struct async_broadcast {
    struct async_waiters waiters;
    char *ring;
    size_t size, space; /* of an item; how many are kept */
    uint64_t sent;
    int is_closed;
};
struct async_receiver {
    struct async_broadcast *broadcast;
    uint64_t next;   /* the number of the item it gets next */
    uint64_t missed; /* how many it lost at the last UV_ENOBUFS */
};

/* Keeps the latest `space` items of `size` bytes: 0 or UV_ENOMEM. */
int async_broadcast_init(struct async_broadcast *broadcast, size_t size, size_t space);

/* Releases the memory. Nobody may be waiting. */
void async_broadcast_deinit(struct async_broadcast *broadcast);

/* Begins to receive what is sent from now on. A receiver needs no end. */
void async_broadcast_subscribe(struct async_broadcast *broadcast, struct async_receiver *receiver);

/* Sends a copy of the item to all receivers; never waits. 0, or UV_EPIPE if it is closed. */
int async_broadcast_send(struct async_broadcast *broadcast, const void *item);

/* Nothing will be sent any more. */
void async_broadcast_close(struct async_broadcast *broadcast);

/*
 * Waits for the receiver's next item: 0; UV_EOF when it is closed and the receiver had all; UV_ENOBUFS if items were
 * sent faster than it received, so that `missed` of them are lost: the next call gets the oldest that is left.
 * Cancelled: nothing is received.
 */
_Async int async_broadcast_receive(struct async_receiver *receiver, void *item) ASYNCC_LEAF;

#ifdef __cplusplus
}
#endif
#endif
