/*
 * to_thread.c - async_to_thread.
 *
 * A job is the leaf itself: the call is waited for in every case, so its memory stays. When its function has
 * returned it is sent back to its loop.
 */
#include "leaf.h"
#include "workers.h"

#include "../core/memory.h"
#include "../core/operation.h"
#include "../loop/remote.h"

#include <asyncc/thread.h>

/* ---- the loop's part: it is a user of the worker threads ---- */

static void close_part(struct asyncc_part *part)
{
    asyncc_workers_leave();
    asyncc_memory(part, 0);
}

static int use_workers(struct asyncc_loop *loop)
{
    if (asyncc_part_find(loop, close_part))
        return 0;
    struct asyncc_part *part = asyncc_memory(NULL, sizeof *part);
    if (!part)
        return UV_ENOMEM;
    asyncc_workers_join();
    asyncc_part_add(loop, part, close_part);
    return 0;
}

/* ---- the way back ---- */

static void end(struct asyncc_to_thread *job)
{
    asyncc_thread.loop->working--;
    asyncc_remote_relax(job->remote);
    asyncc_operation_wake(&job->operation);
}

static void deliver(struct asyncc_message *message, int is_open)
{
    (void)is_open;
    end((void *)((char *)message - offsetof(struct asyncc_to_thread, message)));
}

/* ---- the leaf ---- */

static void cancel(struct asyncc_operation *operation)
{
    struct asyncc_to_thread *self = (struct asyncc_to_thread *)operation;
    if (asyncc_workers_remove(self)) /* otherwise it runs: wait for it */
        end(self);
}

asyncc_status asyncc_to_thread_start(struct asyncc_to_thread *self, void (*fn)(void *arg), void *arg, int *value)
{
    struct asyncc_loop *loop = asyncc_thread.loop;
    if (asyncc_operation_refused())
        return asyncc_operation_refuse(&self->operation);
    self->fn = fn;
    self->arg = arg;
    self->message.deliver = deliver;
    *value = use_workers(loop);
    if (*value == 0)
        *value = asyncc_remote_find(loop, &self->remote);
    if (*value == 0) {
        asyncc_remote_expect(self->remote);
        *value = asyncc_workers_add(self);
        if (*value != 0)
            asyncc_remote_relax(self->remote);
    }
    if (*value != 0)
        return ASYNCC_DONE;
    loop->working++;
    return asyncc_operation_begin(&self->operation, cancel);
}

asyncc_status asyncc_to_thread_resume(struct asyncc_to_thread *self, int *value)
{
    *value = 0;
    return asyncc_operation_cancelled(&self->operation) ? ASYNCC_CANCELLED : ASYNCC_DONE;
}

/* clang-format off */
ASYNCC_NATURAL(to_thread, int, (void (*fn)(void *arg), void *arg), ({ void (*fn)(void *arg); void *arg; }),
               (fn, arg), (a->fn, a->arg));
/* clang-format on */
