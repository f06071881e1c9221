/*
 * task.c - tasks and their handles.
 *
 * The list of waiters is in the order in which they came, in `owner` (see unit.h). Joins are woken directly
 * when the task ends. Waits take one step more, as in asyncio, where a callback sets their future.
 */
#include "task.h"

#include "cancel.h"
#include "errors.h"
#include "pool.h"
#include "wait.h"

#include <asyncc.h>

void asyncc_task_begin(struct asyncc_unit *unit, uint32_t references)
{
    struct asyncc_thread *thread = &asyncc_thread;
    unit->owner = NULL;
    unit->flags = ASYNCC_TASK | references * ASYNCC_ONE_REFERENCE;
    thread->tasks++;
    asyncc_push(thread, unit);
}

/* ---- waiters ---- */

void asyncc_task_hook(struct asyncc_unit *task, struct asyncc_join *waiter)
{
    struct asyncc_join *first = task->owner;
    waiter->next = NULL;
    if (first) {
        waiter->previous = first->previous;
        first->previous->next = waiter;
        first->previous = waiter;
    } else {
        waiter->previous = waiter;
        task->owner = waiter;
    }
}

void asyncc_task_unhook(struct asyncc_join *waiter)
{
    struct asyncc_unit *task = waiter->task;
    struct asyncc_join *first = task->owner, *next = waiter->next;
    if (waiter == first) {
        task->owner = next;
        if (next)
            next->previous = waiter->previous;
        return;
    }
    waiter->previous->next = next;
    if (next)
        next->previous = waiter->previous;
    else
        first->previous = waiter->previous;
}

static void wake_waiters(struct asyncc_thread *thread, struct asyncc_unit *task)
{
    struct asyncc_join *waiter = task->owner;
    task->owner = NULL;
    while (waiter) {
        struct asyncc_join *next = waiter->next;
        if (waiter->unit)
            asyncc_push(thread, waiter->unit);
        else
            asyncc_wait_note(waiter);
        waiter = next;
    }
}

/* ---- end ---- */

static void release_if_unused(struct asyncc_unit *task)
{
    if ((task->flags & (ASYNCC_ENDED | ASYNCC_CALLBACK | ASYNCC_REFERENCES)) == ASYNCC_ENDED)
        asyncc_pool_free(task);
}

void asyncc_task_end(struct asyncc_unit *task)
{
    struct asyncc_thread *thread = &asyncc_thread;
    thread->tasks--;
    if (__builtin_expect(task->flags & ASYNCC_LEFT, 0) && --thread->left == 0)
        thread->stopping = 1;
    if (task->flags & ASYNCC_MAIN)
        asyncc_push_callback(thread, task);
    if (task->owner)
        wake_waiters(thread, task);
    release_if_unused(task);
}

void asyncc_task_callback(struct asyncc_unit *task)
{
    asyncc_thread.stopping = 1;
    release_if_unused(task);
}

/* ---- handles ---- */

void asyncc_task_retain(struct asyncc_unit *task)
{
    if ((task->flags & ASYNCC_REFERENCES) != ASYNCC_REFERENCES)
        task->flags += ASYNCC_ONE_REFERENCE;
}

void asyncc_task_release(struct asyncc_unit *task)
{
    if ((task->flags & ASYNCC_REFERENCES) != ASYNCC_REFERENCES)
        task->flags -= ASYNCC_ONE_REFERENCE;
    release_if_unused(task);
}

void *asyncc_create_task(int called)
{
    (void)called;
    struct asyncc_unit *unit = asyncc_take_pending(&asyncc_thread);
    if (unit)
        asyncc_task_begin(unit, 1);
    return unit;
}

int asyncc_spawn(int called)
{
    (void)called;
    struct asyncc_unit *unit = asyncc_take_pending(&asyncc_thread);
    if (!unit)
        return ASYNCC_ENOMEM;
    asyncc_task_begin(unit, 0);
    return 0;
}

void *asyncc_task_ref(struct asyncc_unit *task)
{
    if (!task)
        return NULL;
    asyncc_task_check(task, "task_ref");
    asyncc_task_retain(task);
    return task;
}

void asyncc_task_unref(struct asyncc_unit *task)
{
    if (!task)
        return;
    asyncc_task_check(task, "task_unref");
    asyncc_task_release(task);
}

int asyncc_task_cancel(struct asyncc_unit *task)
{
    if (!task)
        return 0;
    asyncc_task_check(task, "task_cancel");
    if (task->flags & ASYNCC_ENDED)
        return 0;
    asyncc_cancel(task, task);
    return 1;
}

int asyncc_task_status(struct asyncc_unit *task)
{
    if (!task)
        return ASYNCC_ENOMEM;
    asyncc_task_check(task, "task_status");
    if (!(task->flags & ASYNCC_ENDED))
        return ASYNCC_EAGAIN;
    return task->flags & ASYNCC_WAS_CANCELLED ? ASYNCC_ECANCELED : 0;
}

int asyncc_task_running(void)
{
    return ASYNCC_EAGAIN;
}
