/*
 * to_thread.c - async_to_thread, and the way of done jobs back to their loops.
 *
 * A job is the leaf itself: the call is waited for in every case, so its memory stays. When its function has
 * returned it is appended to its loop's list of done jobs, and that loop is told by a uv_async_t, which keeps the
 * loop alive while jobs are out.
 */
#include "leaf.h"
#include "workers.h"

#include "../core/memory.h"
#include "../core/operation.h"
#include "../loop/loop.h"

#include <asyncc/thread.h>

/* Of one loop. */
struct asyncc_done_jobs {
    struct asyncc_part part;
    uv_async_t wakeup;
    uv_mutex_t mutex;
    struct asyncc_to_thread *first; /* under the mutex; the latest first */
    unsigned out;                   /* jobs that have not come back */
};

/* ---- jobs come back ---- */

void asyncc_job_done(struct asyncc_to_thread *job)
{
    struct asyncc_done_jobs *done = job->done;
    uv_mutex_lock(&done->mutex);
    job->next = done->first;
    done->first = job;
    uv_async_send(&done->wakeup);
    uv_mutex_unlock(&done->mutex); /* from here on the loop may be gone */
}

static void one_less(struct asyncc_done_jobs *done)
{
    asyncc_thread.loop->working--;
    if (--done->out == 0)
        uv_unref((uv_handle_t *)&done->wakeup);
}

/* The list, oldest first. */
static struct asyncc_to_thread *take(struct asyncc_done_jobs *done)
{
    struct asyncc_to_thread *jobs = NULL, *list, *next;
    uv_mutex_lock(&done->mutex);
    list = done->first;
    done->first = NULL;
    uv_mutex_unlock(&done->mutex);
    for (; list; list = next) {
        next = list->next;
        list->next = jobs;
        jobs = list;
    }
    return jobs;
}

static void on_wakeup(uv_async_t *handle)
{
    struct asyncc_done_jobs *done = (void *)((char *)handle - offsetof(struct asyncc_done_jobs, wakeup));
    for (struct asyncc_to_thread *job = take(done), *next; job; job = next) {
        next = job->next;
        one_less(done);
        asyncc_operation_wake(&job->operation);
    }
}

/* ---- the loop's part ---- */

static void on_closed(uv_handle_t *handle)
{
    struct asyncc_done_jobs *done = (void *)((char *)handle - offsetof(struct asyncc_done_jobs, wakeup));
    done->part.loop->handles--;
    uv_mutex_destroy(&done->mutex);
    asyncc_memory(done, 0);
}

static void close_part(struct asyncc_part *part)
{
    struct asyncc_done_jobs *done = (struct asyncc_done_jobs *)part;
    asyncc_workers_leave();
    uv_close((uv_handle_t *)&done->wakeup, on_closed);
}

/* The loop's done jobs, made at the first call. */
static int find_part(struct asyncc_loop *loop, struct asyncc_done_jobs **found)
{
    struct asyncc_done_jobs *done = (struct asyncc_done_jobs *)asyncc_part_find(loop, close_part);
    if (!done) {
        done = asyncc_memory(NULL, sizeof *done);
        if (!done)
            return UV_ENOMEM;
        done->first = NULL;
        done->out = 0;
        int error = uv_mutex_init(&done->mutex);
        if (error == 0 && (error = uv_async_init(loop->uv, &done->wakeup, on_wakeup)) != 0)
            uv_mutex_destroy(&done->mutex);
        if (error) {
            asyncc_memory(done, 0);
            return error;
        }
        uv_unref((uv_handle_t *)&done->wakeup);
        loop->handles++;
        asyncc_workers_join();
        asyncc_part_add(loop, &done->part, close_part);
    }
    *found = done;
    return 0;
}

/* ---- the leaf ---- */

static void cancel(struct asyncc_operation *operation)
{
    struct asyncc_to_thread *self = (struct asyncc_to_thread *)operation;
    if (!asyncc_workers_remove(self))
        return; /* it runs: wait for it */
    one_less(self->done);
    asyncc_operation_wake(operation);
}

asyncc_status asyncc_to_thread_start(struct asyncc_to_thread *self, void (*fn)(void *arg), void *arg, int *value)
{
    if (asyncc_operation_refused())
        return asyncc_operation_refuse(&self->operation);
    self->fn = fn;
    self->arg = arg;
    *value = find_part(asyncc_thread.loop, &self->done);
    if (*value == 0)
        *value = asyncc_workers_add(self);
    if (*value != 0)
        return ASYNCC_DONE;
    asyncc_thread.loop->working++;
    if (self->done->out++ == 0)
        uv_ref((uv_handle_t *)&self->done->wakeup);
    return asyncc_operation_begin(&self->operation, cancel);
}

asyncc_status asyncc_to_thread_resume(struct asyncc_to_thread *self, int *value)
{
    *value = 0;
    return asyncc_operation_cancelled(&self->operation) ? ASYNCC_CANCELLED : ASYNCC_DONE;
}

ASYNCC_NATURAL(to_thread, int, (void (*fn)(void *arg), void *arg), ({ void (*fn)(void *arg); void *arg; }),
               (fn, arg), (a->fn, a->arg));
