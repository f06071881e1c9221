/*
 * task.h - tasks: their start and end, their handles, and those who wait for them.
 */
#ifndef ASYNCC_CORE_TASK_H
#define ASYNCC_CORE_TASK_H

#include "fatal.h"
#include "thread.h"

/* Makes a task of a new unit, owned by `references` handles, and queues its first step. */
void asyncc_task_begin(struct asyncc_unit *unit, uint32_t references);

/* The task's step function has returned: wakes who waits, and releases it if nobody owns it. */
void asyncc_task_end(struct asyncc_unit *task);

/* The ended main task comes out of the ready queue: the loop stops after this turn. */
void asyncc_task_callback(struct asyncc_unit *task);

/* Adds a waiter, whose `unit` and `task` are set: a join, or a wait's if `unit` is NULL. */
void asyncc_task_hook(struct asyncc_unit *task, struct asyncc_join *waiter);

/* Takes a waiter out. */
void asyncc_task_unhook(struct asyncc_join *waiter);

/* One owner more, one owner less. */
void asyncc_task_retain(struct asyncc_unit *task);
void asyncc_task_release(struct asyncc_unit *task);

/* Aborts if the handle is seen to be nobody's. */
static inline void asyncc_task_check(const struct asyncc_unit *task, const char *use)
{
    if (__builtin_expect(!task->function || asyncc_unit_role(task) != ASYNCC_TASK ||
                             !(task->flags & ASYNCC_REFERENCES), 0))
        asyncc_released_handle(use);
}

#endif
