/*
 * task.h - tasks: their start and end, their handles, and those who wait for them. What is short and often
 * used stands here, inline.
 */
#ifndef ASYNCC_CORE_TASK_H
#define ASYNCC_CORE_TASK_H

#include "fatal.h"
#include "thread.h"

/* Makes a task of a new unit, owned by `references` handles, and queues its first step. */
void asyncc_task_begin(struct asyncc_unit *unit, uint32_t references);

/* Makes a task of it, but leaves queueing its first step to the caller; and takes that back. */
void asyncc_task_make(struct asyncc_unit *unit, uint32_t references);
void asyncc_task_unmake(struct asyncc_unit *task);

/* The same with the unit in the pending slot; NULL when there is no memory. */
struct asyncc_unit *asyncc_task_create(uint32_t references, const char *where);

/* Aborts if the handle is seen to be nobody's. */
static inline void asyncc_task_check(const struct asyncc_unit *task, const char *use)
{
    if (__builtin_expect(asyncc_unit_role(task) != ASYNCC_TASK || !(task->flags & ASYNCC_REFERENCES), 0))
        asyncc_released_handle(use);
}

/* ---- owners ---- */

/* Gives back the memory. Its flags stay: they say that it has no owner. */
void asyncc_task_free(struct asyncc_unit *task);

/* Releases the task if it has ended, is nobody's, and is not in the ready queue. */
static inline void asyncc_task_free_unused(struct asyncc_unit *task)
{
    if ((task->flags & (ASYNCC_ENDED | ASYNCC_CALLBACK | ASYNCC_REFERENCES)) == ASYNCC_ENDED)
        asyncc_task_free(task);
}

/* One owner more, one owner less. */
static inline void asyncc_task_retain(struct asyncc_unit *task)
{
    if ((task->flags & ASYNCC_REFERENCES) != ASYNCC_REFERENCES)
        task->flags += ASYNCC_ONE_REFERENCE;
}

static inline void asyncc_task_release(struct asyncc_unit *task)
{
    if ((task->flags & ASYNCC_REFERENCES) != ASYNCC_REFERENCES)
        task->flags -= ASYNCC_ONE_REFERENCE;
    asyncc_task_free_unused(task);
}

/* ---- waiters: a join, or a wait's if its `unit` is NULL; its `task` is set ---- */

void asyncc_task_hook(struct asyncc_unit *task, struct asyncc_join *waiter);
void asyncc_task_unhook(struct asyncc_join *waiter);

/* The unit that alone waits for the task, if it does so as asyncc_join_start has it; otherwise NULL. */
static inline struct asyncc_unit *asyncc_task_only_joiner(const struct asyncc_unit *task)
{
    return (uintptr_t)task->owner & 1 ? (struct asyncc_unit *)((char *)task->owner - 1) : NULL;
}

/* ---- the end ---- */

void asyncc_task_end_slowly(struct asyncc_thread *thread, struct asyncc_unit *task);

/*
 * The task's step function has returned, and its flags, which are these, say so, in asyncc_drain: wakes who waits, and
 * releases it if nobody owns it. Mostly a single join waits.
 */
static ASYNCC_INLINE void asyncc_task_end(struct asyncc_thread *thread, struct asyncc_unit *task, uint32_t flags)
{
    struct asyncc_unit *unit = asyncc_task_only_joiner(task);
    if (__builtin_expect(!unit, 0)) {
        asyncc_task_end_slowly(thread, task);
        return;
    }
    unit->flags &= ~(uint32_t)ASYNCC_KIND;
    asyncc_push_inside(unit);
    if (__builtin_expect(!(flags & (ASYNCC_CALLBACK | ASYNCC_REFERENCES)), 0))
        asyncc_task_free(task);
}

/* Flags of a task whose end is not only that. */
enum { ASYNCC_ENDS_SPECIALLY = ASYNCC_CANCEL | ASYNCC_LEFT | ASYNCC_MAIN | ASYNCC_EXTRA };

/* The same for such a one. */
void asyncc_task_end_specially(struct asyncc_thread *thread, struct asyncc_unit *task);

/* The ended main task comes out of the ready queue: the loop stops after this turn. */
void asyncc_task_callback(struct asyncc_unit *task);

/* The current task; NULL outside of any. Children of gathers count as the task that waits in the gather. */
struct asyncc_unit *asyncc_task_current(void);

#endif
