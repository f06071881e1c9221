/*
 * remote_call.c - tasks that are sent to another thread's loop.
 *
 * A call and, if it is cancelled, its cancel are messages, nodes of the leaf, which stays until both have come back.
 * What the task there is, only the thread there knows.
 */
#include "remote.h"

#include "../core/cancel.h"
#include "../core/leaf.h"
#include "../core/memory.h"
#include "../core/operation.h"
#include "../core/task.h"
#include "../core/watch.h"

#include <asyncc/thread.h>

struct async_remote *async_remote_self(void)
{
    struct async_remote *remote;
    if (!asyncc_thread.loop)
        asyncc_fatal("async_remote_self: this thread has no loop");
    if (asyncc_remote_find(asyncc_thread.loop, &remote) != 0)
        return NULL;
    asyncc_remote_ref(remote);
    asyncc_remote_expect(remote);
    return remote;
}

void async_remote_release(struct async_remote *remote)
{
    if (!remote)
        return;
    asyncc_remote_relax(remote);
    asyncc_remote_unref(remote);
}

/* ---- without an answer ---- */

struct spawned {
    struct asyncc_message message;
    void (*fn)(void *arg);
    void *arg;
};

static void begin_spawned(struct asyncc_message *message, int is_open)
{
    struct spawned spawned = *(struct spawned *)message;
    asyncc_memory(message, 0);
    if (!is_open)
        return;
    spawned.fn(spawned.arg);
    struct asyncc_unit *unit = asyncc_take_pending(NULL, "async_remote_spawn");
    if (unit)
        asyncc_task_begin(unit, 0);
}

int async_remote_spawn(struct async_remote *remote, void (*fn)(void *arg), void *arg)
{
    struct spawned *spawned = asyncc_memory(NULL, sizeof *spawned);
    if (!spawned)
        return UV_ENOMEM;
    *spawned = (struct spawned){ { NULL, begin_spawned }, fn, arg };
    int error = asyncc_remote_post_task(remote, &spawned->message);
    if (error)
        asyncc_memory(spawned, 0);
    return error;
}

/* ---- there ---- */

static void call_is_back(struct asyncc_message *message, int is_open);
static void cancel_is_back(struct asyncc_message *message, int is_open);

static void answer(struct asyncc_remote_call *self)
{
    self->call.deliver = call_is_back;
    asyncc_remote_post(self->home, &self->call);
}

static void ended(struct asyncc_watch *watch)
{
    struct asyncc_remote_call *self = watch->unit.owner;
    struct asyncc_unit *task = watch->join.task;
    self->value = UV_ECANCELED;
    if (!(task->flags & ASYNCC_WAS_CANCELLED))
        asyncc_unit_copy_result(task, &self->value, sizeof self->value);
    self->watch = NULL;
    asyncc_watch_drop(watch);
    answer(self);
}

static int begin(struct asyncc_remote_call *self)
{
    (void)((int (*)(void *))self->fn)(self->arg);
    struct asyncc_unit *unit = asyncc_take_pending(NULL, "async_remote_call");
    if (!unit)
        return UV_ENOMEM;
    asyncc_task_make(unit, 0);
    self->watch = asyncc_watch_new(unit, self, ended);
    if (!self->watch) {
        asyncc_task_unmake(unit);
        return UV_ENOMEM;
    }
    asyncc_push(&asyncc_thread, unit);
    return 0;
}

static void deliver_call(struct asyncc_message *message, int is_open)
{
    struct asyncc_remote_call *self = (void *)((char *)message - offsetof(struct asyncc_remote_call, call));
    self->value = is_open ? begin(self) : UV_ESRCH;
    if (self->value != 0)
        answer(self);
}

static void deliver_cancel(struct asyncc_message *message, int is_open)
{
    struct asyncc_remote_call *self = (void *)((char *)message - offsetof(struct asyncc_remote_call, cancel));
    if (is_open && self->watch && !(self->watch->join.task->flags & ASYNCC_ENDED))
        asyncc_cancel(self->watch->join.task, self->watch->join.task);
    message->deliver = cancel_is_back;
    asyncc_remote_post(self->home, message);
}

/* ---- at home ---- */

static void drop_home(struct asyncc_remote_call *self)
{
    asyncc_remote_relax(self->home);
    asyncc_remote_unref(self->there);
}

static void one_back(struct asyncc_remote_call *self)
{
    if (--self->out)
        return;
    drop_home(self);
    asyncc_operation_wake(&self->operation);
}

static void call_is_back(struct asyncc_message *message, int is_open)
{
    (void)is_open;
    one_back((void *)((char *)message - offsetof(struct asyncc_remote_call, call)));
}

static void cancel_is_back(struct asyncc_message *message, int is_open)
{
    (void)is_open;
    one_back((void *)((char *)message - offsetof(struct asyncc_remote_call, cancel)));
}

static void cancel(struct asyncc_operation *operation)
{
    struct asyncc_remote_call *self = (struct asyncc_remote_call *)operation;
    self->cancel.deliver = deliver_cancel;
    if (asyncc_remote_post(self->there, &self->cancel) == 0)
        self->out++; /* otherwise that loop ends, and the call comes back by itself */
}

asyncc_status asyncc_remote_call_start(struct asyncc_remote_call *self, struct async_remote *there, int (*fn)(void *arg),
                                       void *arg, int *value)
{
    if (asyncc_operation_refused())
        return asyncc_operation_refuse(&self->operation);
    *value = asyncc_remote_find(asyncc_thread.loop, &self->home);
    if (*value != 0)
        return ASYNCC_DONE;
    self->there = there;
    self->fn = (void (*)(void))fn;
    self->arg = arg;
    self->watch = NULL;
    self->out = 1;
    self->call.deliver = deliver_call;
    asyncc_remote_ref(there);
    asyncc_remote_expect(self->home);
    *value = asyncc_remote_post_task(there, &self->call);
    if (*value == 0)
        return asyncc_operation_begin(&self->operation, cancel);
    drop_home(self);
    return ASYNCC_DONE;
}

asyncc_status asyncc_remote_call_resume(struct asyncc_remote_call *self, int *value)
{
    *value = self->value;
    return asyncc_operation_cancelled(&self->operation) ? ASYNCC_CANCELLED : ASYNCC_DONE;
}

/* clang-format off */
ASYNCC_NATURAL(remote_call, int, (struct async_remote *remote, int (*fn)(void *arg), void *arg),
               ({ struct async_remote *remote; int (*fn)(void *arg); void *arg; }), (remote, fn, arg),
               (a->remote, a->fn, a->arg));
/* clang-format on */
