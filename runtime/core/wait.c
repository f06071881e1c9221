/*
 * wait.c - async_wait: waiting for some of several tasks.
 *
 * Each task gets a waiter, and one owner more until the end, so that a handle may be released meanwhile. When
 * a task ends its waiter goes through the ready queue, and then counts; asyncio's _wait has a callback there.
 */
#include "wait.h"

#include "cancel.h"
#include "errors.h"
#include "pool.h"
#include "task.h"

#include <asyncc.h>

const struct asyncc_function asyncc_waiter_function = { .name = "async_wait",
                                                        ASYNCC_UNIT_SIZE(struct asyncc_waiter) };

/* ---- waiters ---- */

/* One whose task has ended calls back all the same, in the next turn: asyncio's add_done_callback. */
static int add(struct asyncc_wait *self, struct asyncc_unit *task)
{
    struct asyncc_waiter *waiter = asyncc_pool_new(&asyncc_waiter_function);
    if (!waiter)
        return ASYNCC_ENOMEM;
    waiter->unit.flags = 0;
    waiter->unit.owner = self;
    waiter->join.unit = NULL;
    waiter->join.task = task;
    waiter->next = self->waiters;
    self->waiters = waiter;
    asyncc_task_retain(task);
    if (task->flags & ASYNCC_ENDED)
        asyncc_push_callback(&asyncc_thread, &waiter->unit);
    else
        asyncc_task_hook(task, &waiter->join);
    return 0;
}

/* Ends a waiter; the value is whether its task has ended. One that is queued is released when it comes out. */
static int drop(struct asyncc_waiter *waiter)
{
    struct asyncc_unit *task = waiter->join.task;
    int ended = (task->flags & ASYNCC_ENDED) != 0;
    if (!ended)
        asyncc_task_unhook(&waiter->join);
    asyncc_task_release(task);
    if (waiter->unit.flags & ASYNCC_CALLBACK)
        waiter->unit.owner = NULL;
    else
        asyncc_pool_free(&waiter->unit);
    return ended;
}

static int drop_all(struct asyncc_wait *self)
{
    int ended = 0;
    for (struct asyncc_waiter *waiter = self->waiters, *next; waiter; waiter = next) {
        next = waiter->next;
        ended += drop(waiter);
    }
    return ended;
}

void asyncc_wait_note(struct asyncc_join *join)
{
    struct asyncc_waiter *waiter = (void *)((char *)join - offsetof(struct asyncc_waiter, join));
    asyncc_push_callback(&asyncc_thread, &waiter->unit);
}

void asyncc_wait_callback(struct asyncc_waiter *waiter)
{
    struct asyncc_wait *self = waiter->unit.owner;
    if (!self)
        asyncc_pool_free(&waiter->unit);
    else if (asyncc_unit_kind(self->unit) == ASYNCC_IN_WAIT && --self->left == 0)
        asyncc_wake(&asyncc_thread, self->unit);
}

/* ---- the wait ---- */

static int begin(struct asyncc_wait *self, struct asyncc_unit *const *tasks, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!tasks[i]) /* there was no memory for it */
            return ASYNCC_ENOMEM;
        asyncc_task_check(tasks[i], "async_wait");
        if (add(self, tasks[i]) != 0)
            return ASYNCC_ENOMEM;
    }
    return 0;
}

asyncc_status asyncc_wait_start(struct asyncc_wait *self, const void *tasks, size_t count, int until,
                                int *result)
{
    struct asyncc_unit *unit = asyncc_context.current;
    self->unit = unit;
    self->waiters = NULL;
    self->left = until == ASYNC_FIRST_COMPLETED ? 1 : count;
    *result = begin(self, tasks, count);
    if (count == 0 || *result != 0) {
        drop_all(self);
        return ASYNCC_DONE;
    }
    asyncc_unit_wait(unit, ASYNCC_IN_WAIT, self);
    if (unit->flags & ASYNCC_CANCEL)
        asyncc_cancel_begun(unit);
    return ASYNCC_PENDING;
}

asyncc_status asyncc_wait_resume(struct asyncc_wait *self, int *result)
{
    *result = drop_all(self);
    return asyncc_unit_take_cancel(self->unit) ? ASYNCC_CANCELLED : ASYNCC_DONE;
}
