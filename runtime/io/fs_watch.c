/*
 * fs_watch.c - being told of changes: by the system (uv_fs_event_t), or by looking again and again (uv_fs_poll_t).
 *
 * Changes that nobody waits for are kept: of the former all, one after the other; of the latter the state before
 * the first one and after the last one.
 */
#include "leaf.h"
#include "handle.h"
#include "libuv_threads.h"
#include "waiters.h"

#include "../core/pool.h"

#include <asyncc/fs_watch.h>

_Static_assert((int)ASYNC_FS_RENAME == (int)UV_RENAME && (int)ASYNC_FS_CHANGE == (int)UV_CHANGE,
               "events differ from libuv's");

/* ---- by the system ---- */

enum { MOST = 1024 }; /* changes that are kept */

struct change {
    struct change *next;
    int events; /* or an error */
    char name[];
};

struct async_fs_event {
    struct asyncc_handle base;
    struct asyncc_io_waiters waiters;
    struct change *first, **last;
    unsigned count;
    int lost; /* changes could not be kept */
    union {
        uv_handle_t handle;
        uv_fs_event_t event;
    };
};

static void close_event(void *event)
{
    async_fs_event_close(event);
}

static const struct asyncc_handle_kind event_kind =
    ASYNCC_HANDLE_KIND(struct async_fs_event, "file system event", close_event);

static void on_event(uv_fs_event_t *handle, const char *name, int events, int status)
{
    struct async_fs_event *event = handle->data;
    size_t size = name ? strlen(name) + 1 : 1;
    struct change *change = event->count < MOST ? asyncc_block_new(sizeof *change + size) : NULL;
    if (change) {
        change->next = NULL;
        change->events = status < 0 ? status : events;
        memcpy(change->name, name ? name : "", size);
        *event->last = change;
        event->last = &change->next;
        event->count++;
    } else {
        event->lost = 1;
    }
    asyncc_io_wake(&event->waiters);
}

int async_fs_event_open(const char *path, struct async_fs_event **result)
{
    struct async_fs_event *event = asyncc_handle_new(&event_kind);
    *result = NULL;
    if (!event)
        return asyncc_thread.loop ? UV_ENOMEM : UV_EINVAL;
    event->last = &event->first;
    int error = uv_fs_event_init(asyncc_handle_loop(&event->base), &event->event);
    if (error) {
        asyncc_handle_free(event);
        return error;
    }
    asyncc_handle_made(event, &event->handle);
    error = uv_fs_event_start(&event->event, on_event, path, 0);
    if (error)
        async_fs_event_close(event);
    else
        *result = event;
    return error;
}

static struct change *take_change(struct async_fs_event *event)
{
    struct change *change = event->first;
    event->first = change->next;
    if (!event->first)
        event->last = &event->first;
    event->count--;
    return change;
}

void async_fs_event_close(struct async_fs_event *event)
{
    if (!event)
        return;
    asyncc_handle_check(event, &event_kind, "async_fs_event_close");
    asyncc_io_wake_closed(&event->waiters);
    while (event->first)
        asyncc_block_free(take_change(event));
    asyncc_handle_close(event, &event->handle);
}

/* 1 if there was something. */
static int take_event(struct asyncc_fs_event_next *self, int *value)
{
    struct async_fs_event *event = self->event;
    if (event->first) {
        struct change *change = take_change(event);
        *value = change->events;
        if (self->name && strlen(change->name) < self->size)
            memcpy(self->name, change->name, strlen(change->name) + 1);
        else if (self->name && *value > 0)
            *value = UV_ENOBUFS;
        asyncc_block_free(change);
        return 1;
    }
    *value = UV_ENOBUFS;
    int lost = event->lost;
    event->lost = 0;
    return lost;
}

asyncc_status asyncc_fs_event_next_start(struct asyncc_fs_event_next *self, struct async_fs_event *event, char *name,
                                         size_t size, int *value)
{
    self->event = event;
    self->name = name;
    self->size = size;
    if (!event->waiters.waiters.first && take_event(self, value))
        return ASYNCC_DONE;
    return asyncc_io_wait(&self->waiter, &event->waiters);
}

asyncc_status asyncc_fs_event_next_resume(struct asyncc_fs_event_next *self, int *value)
{
    switch (asyncc_io_resume(&self->waiter)) {
    case ASYNCC_IO_CANCELLED: return ASYNCC_CANCELLED;
    case ASYNCC_IO_CLOSED: *value = UV_ECANCELED; return ASYNCC_DONE;
    default: break;
    }
    if (take_event(self, value))
        return ASYNCC_DONE;
    return asyncc_io_wait_again(&self->waiter, &self->event->waiters);
}

/* ---- by looking ---- */

struct async_fs_poll {
    struct asyncc_handle base;
    struct asyncc_io_waiters waiters;
    struct async_stat before, after;
    int changed, error;
    union {
        uv_handle_t handle;
        uv_fs_poll_t poll;
    };
};

static void close_poll(void *poll)
{
    async_fs_poll_close(poll);
}

static const struct asyncc_handle_kind poll_kind = ASYNCC_HANDLE_KIND(struct async_fs_poll, "file poll", close_poll);

static void on_poll(uv_fs_poll_t *handle, int status, const uv_stat_t *before, const uv_stat_t *after)
{
    struct async_fs_poll *poll = handle->data;
    if (!poll->changed)
        memcpy(&poll->before, before, sizeof poll->before);
    memcpy(&poll->after, after, sizeof poll->after);
    poll->error = status;
    poll->changed = 1;
    asyncc_io_wake(&poll->waiters);
}

int async_fs_poll_open(const char *path, unsigned milliseconds, struct async_fs_poll **result)
{
    struct async_fs_poll *poll = asyncc_handle_new(&poll_kind);
    *result = NULL;
    if (!poll)
        return asyncc_thread.loop ? UV_ENOMEM : UV_EINVAL;
    int error = uv_fs_poll_init(asyncc_handle_loop(&poll->base), &poll->poll);
    if (error) {
        asyncc_handle_free(poll);
        return error;
    }
    asyncc_handle_made(poll, &poll->handle);
    error = asyncc_libuv_threads();
    if (error == 0)
        error = uv_fs_poll_start(&poll->poll, on_poll, path, milliseconds);
    if (error)
        async_fs_poll_close(poll);
    else
        *result = poll;
    return error;
}

void async_fs_poll_close(struct async_fs_poll *poll)
{
    if (!poll)
        return;
    asyncc_handle_check(poll, &poll_kind, "async_fs_poll_close");
    asyncc_io_wake_closed(&poll->waiters);
    asyncc_handle_close(poll, &poll->handle);
}

static int take_poll(struct asyncc_fs_poll_next *self, int *value)
{
    struct async_fs_poll *poll = self->poll;
    if (!poll->changed)
        return 0;
    poll->changed = 0;
    *value = poll->error;
    if (self->before)
        *self->before = poll->before;
    if (self->after)
        *self->after = poll->after;
    return 1;
}

asyncc_status asyncc_fs_poll_next_start(struct asyncc_fs_poll_next *self, struct async_fs_poll *poll,
                                        struct async_stat *before, struct async_stat *after, int *value)
{
    self->poll = poll;
    self->before = before;
    self->after = after;
    if (!poll->waiters.waiters.first && take_poll(self, value))
        return ASYNCC_DONE;
    return asyncc_io_wait(&self->waiter, &poll->waiters);
}

asyncc_status asyncc_fs_poll_next_resume(struct asyncc_fs_poll_next *self, int *value)
{
    switch (asyncc_io_resume(&self->waiter)) {
    case ASYNCC_IO_CANCELLED: return ASYNCC_CANCELLED;
    case ASYNCC_IO_CLOSED: *value = UV_ECANCELED; return ASYNCC_DONE;
    default: break;
    }
    if (take_poll(self, value))
        return ASYNCC_DONE;
    return asyncc_io_wait_again(&self->waiter, &self->poll->waiters);
}

/* clang-format off */
ASYNCC_NATURAL(fs_event_next, int, (struct async_fs_event *event, char *name, size_t size),
               ({ struct async_fs_event *event; char *name; size_t size; }), (event, name, size),
               (a->event, a->name, a->size));
ASYNCC_NATURAL(fs_poll_next, int,
               (struct async_fs_poll *poll, struct async_stat *before, struct async_stat *after),
               ({ struct async_fs_poll *poll; struct async_stat *before, *after; }), (poll, before, after),
               (a->poll, a->before, a->after));
/* clang-format on */
