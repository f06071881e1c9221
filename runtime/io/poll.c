/*
 * poll.c - async_poll_fd.
 *
 * libuv allows one uv_poll_t for a descriptor: the tasks that wait for it share that. It is closed as soon as nobody
 * waits, since the descriptor may then be closed, and its number be used again, without our knowledge.
 */
#include "leaf.h"

#include "../core/memory.h"
#include "../loop/loop.h"
#include "../sync/waiting.h"

#include <asyncc/uv.h>

enum { BUCKETS = 64 };

struct poll {
    uv_poll_t handle;
    struct async_waiters waiters; /* their detail: the events, and in the end the value */
    struct poll *next;
    struct polls *polls;
    int fd;
};

/* Of one loop. */
struct polls {
    struct asyncc_part part;
    struct poll *buckets[BUCKETS];
};

/* ---- the loop's part ---- */

static void close_part(struct asyncc_part *part)
{
    asyncc_memory(part, 0);
}

static struct polls *find_polls(struct asyncc_loop *loop)
{
    struct polls *polls = (struct polls *)asyncc_part_find(loop, close_part);
    if (polls)
        return polls;
    polls = asyncc_memory(NULL, sizeof *polls);
    if (!polls)
        return NULL;
    *polls = (struct polls){ .buckets = { NULL } };
    asyncc_part_add(loop, &polls->part, close_part);
    return polls;
}

/* ---- one descriptor ---- */

static struct poll **place_of(struct polls *polls, int fd)
{
    struct poll **place = &polls->buckets[(unsigned)fd % BUCKETS];
    while (*place && (*place)->fd != fd)
        place = &(*place)->next;
    return place;
}

static void on_closed(uv_handle_t *handle)
{
    asyncc_thread.loop->handles--;
    asyncc_memory(handle, 0);
}

static void close_poll(struct poll *poll)
{
    *place_of(poll->polls, poll->fd) = poll->next;
    uv_close((uv_handle_t *)&poll->handle, on_closed);
}

static int make_poll(struct asyncc_loop *loop, int fd, struct poll **made)
{
    struct polls *polls = find_polls(loop);
    if (!polls)
        return UV_ENOMEM;
    struct poll **place = place_of(polls, fd);
    *made = *place;
    if (*place)
        return 0;
    struct poll *poll = asyncc_memory(NULL, sizeof *poll);
    if (!poll)
        return UV_ENOMEM;
    int error = uv_poll_init(loop->uv, &poll->handle, fd);
    if (error) {
        asyncc_memory(poll, 0);
        return error;
    }
    loop->handles++;
    poll->waiters = (struct async_waiters){ NULL };
    poll->next = NULL;
    poll->polls = polls;
    poll->fd = fd;
    *place = *made = poll;
    return 0;
}

/* ---- events ---- */

static void on_poll(uv_poll_t *handle, int status, int events);

/* What the remaining ones wait for is what is polled. */
static int update(struct poll *poll)
{
    int events = 0;
    for (struct asyncc_waiting *waiting = poll->waiters.first; waiting; waiting = waiting->next)
        events |= (int)waiting->detail;
    if (events)
        return uv_poll_start(&poll->handle, events, on_poll);
    close_poll(poll);
    return 0;
}

static void on_poll(uv_poll_t *handle, int status, int events)
{
    struct poll *poll = (struct poll *)handle;
    for (struct asyncc_waiting *waiting = poll->waiters.first, *next; waiting; waiting = next) {
        next = waiting->next;
        int happened = (int)waiting->detail & events;
        if (status >= 0 && !happened)
            continue;
        waiting->detail = (uint32_t)(status < 0 ? status : happened);
        asyncc_waiting_remove(waiting);
        asyncc_waiting_grant(waiting);
    }
    update(poll);
}

/* ---- the leaf ---- */

static void cancel(struct asyncc_operation *operation)
{
    struct asyncc_waiting *self = (struct asyncc_waiting *)operation;
    struct poll *poll = ASYNCC_WAITING_OBJECT(self, struct poll, waiters);
    asyncc_waiting_remove(self);
    asyncc_waiting_leave(self);
    update(poll);
}

asyncc_status asyncc_poll_fd_start(struct asyncc_poll_fd *self, int fd, int events, int *value)
{
    struct poll *poll;
    if (asyncc_operation_refused())
        return asyncc_operation_refuse(&self->waiting.operation);
    *value = events ? make_poll(asyncc_thread.loop, fd, &poll) : UV_EINVAL;
    if (*value != 0)
        return ASYNCC_DONE;
    self->waiting.detail = (uint32_t)events;
    asyncc_waiting_begin(&poll->waiters, &self->waiting, cancel);
    int error = update(poll);
    if (error)
        on_poll(&poll->handle, error, 0);
    return ASYNCC_PENDING;
}

asyncc_status asyncc_poll_fd_resume(struct asyncc_poll_fd *self, int *value)
{
    *value = (int)self->waiting.detail;
    return asyncc_waiting_end(&self->waiting);
}

/* clang-format off */
ASYNCC_NATURAL(poll_fd, int, (int fd, int events), ({ int fd; int events; }), (fd, events), (a->fd, a->events));
/* clang-format on */
