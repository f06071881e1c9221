/*
 * asyncc/future.h - waiting for what a callback will tell.
 *
 * Any function that takes a callback becomes awaitable:
 *
 *     struct lookup { struct async_future future; char *found; };
 *     static void on_found(char *found, int status, void *data)
 *     {
 *         ((struct lookup *)data)->found = found;
 *         async_future_set(&((struct lookup *)data)->future, status);
 *     }
 *     async int find(const char *key, char **found)
 *     {
 *         struct lookup lookup = { ASYNC_FUTURE_INIT, NULL };
 *         find_with_callback(key, on_found, &lookup);
 *         int status = await async_future_wait(&lookup.future);
 *         *found = lookup.found;
 *         return status;
 *     }
 *
 * If the one that waits may be cancelled while the callback is still to come, say what happens then: see `cancel`.
 */
#ifndef ASYNCC_FUTURE_H
#define ASYNCC_FUTURE_H

#include <asyncc.h>

#include <asyncc/abi/future.h>

#ifdef __cplusplus
extern "C" {
#endif

struct async_remote;

struct async_future {
    struct async_waiters waiters;
    int is_set, status;
    /*
     * NULL: a wait that is cancelled ends at once, and the callback must not touch what ended with it. Otherwise it is
     * called when a wait is cancelled, in that task, to ask for an early end; the wait ends, cancelled, when the
     * future is set. async_future_keep asks for nothing: the wait goes on to its end.
     */
    void (*cancel)(struct async_future *future);
    struct async_remote *remote; /* of a shared one: the loop that it belongs to */
    struct asyncc_message message;
    int sent; /* the status that comes with the message */
};
#define ASYNC_FUTURE_INIT { { NULL }, 0, 0, NULL, NULL, { NULL, NULL }, 0 }

void async_future_keep(struct async_future *future);

/* Sets it, so that every wait ends with this status: 0, or UV_EALREADY if it was set before. In the loop's thread. */
int async_future_set(struct async_future *future, int status);

/* 1 if it is set. Future.done. */
int async_future_is_set(const struct async_future *future);

/* Waits until it is set: the status. Does not suspend if it is. Any number of tasks may. asyncio.Future. */
_Async int async_future_wait(struct async_future *future) ASYNCC_LEAF;

/*
 * Allows another thread to set it: 0, or a libuv error. It then has to be set, once, with async_future_set_from_thread; until
 * then the loop is kept alive and the future must stay: waits that are cancelled end when it is set.
 */
int async_future_share(struct async_future *future);

/*
 * async_future_set for a shared future, from any thread: it is set when its loop comes to it, and must not be used any
 * more here. loop.call_soon_threadsafe(future.set_result).
 */
void async_future_set_from_thread(struct async_future *future, int status);

#ifdef __cplusplus
}
#endif
#endif
