/*
 * task.c - tasks and their handles.
 *
 * The list of waiters is in the order in which they came, in `owner` (see unit.h). Joins are woken directly
 * when the task ends. Waits take one step more, as in asyncio, where a callback sets their future.
 */
#include "task.h"

#include "cancel.h"
#include "errors.h"
#include "extra.h"
#include "gather.h"
#include "list.h"
#include "pool.h"
#include "watch.h"

#include <asyncc.h>

static inline void make(struct asyncc_thread *thread, struct asyncc_unit *unit, uint32_t references)
{
    unit->owner = NULL;
    unit->serial = thread->serial++;
    unit->flags = ASYNCC_TASK | references * ASYNCC_ONE_REFERENCE;
}

static inline void begin(struct asyncc_unit *unit, uint32_t references)
{
    struct asyncc_thread *thread = &asyncc_thread;
    make(thread, unit, references);
    asyncc_push(thread, unit);
}

void asyncc_task_make(struct asyncc_unit *unit, uint32_t references)
{
    make(&asyncc_thread, unit, references);
}

void asyncc_task_unmake(struct asyncc_unit *task)
{
    if (task->flags & ASYNCC_EXTRA)
        asyncc_extra_end(task);
    task->flags = 0;
    asyncc_pool_free(task);
}

void asyncc_task_begin(struct asyncc_unit *unit, uint32_t references)
{
    begin(unit, references);
}

/* ---- waiters ---- */

/* The list, if need be of the one that was in none. */
static struct asyncc_join *list_waiters(struct asyncc_unit *task)
{
    struct asyncc_unit *unit = asyncc_task_only_joiner(task);
    if (unit) {
        struct asyncc_join *join = unit->wait.leaf;
        join->unit = unit;
        join->next = NULL;
        join->previous = join;
        task->owner = join;
    }
    return task->owner;
}

void asyncc_task_hook(struct asyncc_unit *task, struct asyncc_join *waiter)
{
    struct asyncc_join *first = list_waiters(task);
    ASYNCC_LIST_APPEND(first, waiter);
    task->owner = first;
}

void asyncc_task_unhook(struct asyncc_join *waiter)
{
    struct asyncc_unit *task = waiter->task;
    struct asyncc_join *first = list_waiters(task);
    ASYNCC_LIST_REMOVE(first, waiter);
    task->owner = first;
}

/* ---- the current one ---- */

struct asyncc_unit *asyncc_task_current(void)
{
    struct asyncc_unit *unit = asyncc_context.current;
    if (!unit)
        return NULL;
    unit = asyncc_unit_root(unit);
    while (asyncc_unit_role(unit) == ASYNCC_CHILD)
        unit = asyncc_unit_root(asyncc_gather_waiter(unit));
    return unit;
}

/* ---- end ---- */

void asyncc_task_free(struct asyncc_unit *task)
{
    asyncc_pool_free_task(task);
    if (__builtin_expect(!asyncc_thread.loop, 0))
        asyncc_pool_rested();
}

void asyncc_task_end_slowly(struct asyncc_thread *thread, struct asyncc_unit *task)
{
    struct asyncc_join *waiter = list_waiters(task);
    task->owner = NULL;
    while (waiter) {
        struct asyncc_join *next = waiter->next;
        if (waiter->unit)
            asyncc_wake(thread, waiter->unit);
        else
            asyncc_watch_note(waiter);
        waiter = next;
    }
    asyncc_task_free_unused(task);
}

void asyncc_task_end_specially(struct asyncc_thread *thread, struct asyncc_unit *task)
{
    if (task->flags & ASYNCC_LEFT && --thread->left == 0)
        asyncc_stop(thread);
    if (task->flags & ASYNCC_MAIN)
        asyncc_push_callback(thread, task);
    asyncc_task_end_slowly(thread, task);
}

void asyncc_task_callback(struct asyncc_unit *task)
{
    asyncc_stop(&asyncc_thread);
    asyncc_task_free_unused(task);
}

/* ---- handles ---- */

/* Takes the unit in the pending slot for a task; NULL when there is no memory. */
struct asyncc_unit *asyncc_task_create(uint32_t references, const char *where)
{
    struct asyncc_thread *thread = &asyncc_thread;
    struct asyncc_unit *unit = asyncc_take_pending(NULL, where);
    if (!unit)
        return NULL;
    make(thread, unit, references);
    if (thread->extras && asyncc_extra_begin(unit, where) != 0) {
        asyncc_task_unmake(unit);
        return NULL;
    }
    return unit;
}

static __attribute__((noinline)) struct asyncc_unit *start_slowly(uint32_t references, const char *where)
{
    struct asyncc_unit *unit = asyncc_task_create(references, where);
    if (unit)
        asyncc_push(&asyncc_thread, unit);
    return unit;
}

/* The same and its first step queued: mostly inside asyncc_drain, without anything extra. */
static inline struct asyncc_unit *start(uint32_t references, const char *where)
{
    struct asyncc_thread *thread = &asyncc_thread;
    struct asyncc_unit *unit = asyncc_context.pending;
    if (__builtin_expect(!unit || thread->extras || thread->on_ready, 0))
        return start_slowly(references, where);
    asyncc_context.pending = NULL;
    make(thread, unit, references);
    asyncc_push_inside(unit);
    return unit;
}

void *asyncc_create_task(int called, const char *where)
{
    (void)called;
    return start(1, where);
}

int asyncc_spawn(int called, const char *where)
{
    (void)called;
    return start(0, where) ? 0 : ASYNCC_ENOMEM;
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
