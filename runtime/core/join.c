/*
 * join.c - waiting for a task.
 */
#include "join.h"

#include "cancel.h"
#include "pool.h"
#include "task.h"

/*
 * A cancel that comes when the task has ended already, but before the
 * one that joins it goes on, wins, as in asyncio; the result then is lost unless there is another handle.
 */
asyncc_status asyncc_join_take(struct asyncc_unit *task, int cancelled, void *result, size_t size)
{
    asyncc_status status = ASYNCC_CANCELLED;
    if (!cancelled && task->flags & ASYNCC_ENDED && !(task->flags & ASYNCC_WAS_CANCELLED)) {
        status = ASYNCC_DONE;
        asyncc_unit_copy_result(task, result, size);
    }
    asyncc_task_release(task);
    return status;
}

/*
 * The usual join is in asyncc_join_start and asyncc_join_resume: of a task that runs, that nobody else waits for or
 * owns, and that comes to its end. Whatever else there may be is in these two: so the compiler need not save
 * registers for it.
 */
static __attribute__((noinline)) asyncc_status start_slowly(struct asyncc_join *self, struct asyncc_unit *task,
                                                            void *result, size_t size)
{
    struct asyncc_unit *unit = asyncc_context.current;
    if (!task) /* there was no memory for it */
        return ASYNCC_CANCELLED;
    asyncc_task_check(task, "join");
    if (task->flags & ASYNCC_ENDED)
        return asyncc_join_take(task, 0, result, size);
    self->unit = unit;
    self->task = task;
    asyncc_task_hook(task, self);
    asyncc_unit_wait(unit, ASYNCC_IN_JOIN, self);
    if (unit->flags & ASYNCC_CANCEL)
        asyncc_cancel_begun(unit);
    return ASYNCC_PENDING;
}

static __attribute__((noinline)) asyncc_status resume_slowly(struct asyncc_join *self, void *result, size_t size)
{
    return asyncc_join_take(self->task, asyncc_unit_take_cancel(self->unit), result, size);
}

asyncc_status asyncc_join_start(struct asyncc_join *self, struct asyncc_unit *task, void *result, size_t size)
{
    struct asyncc_unit *unit = asyncc_context.current;
    if (__builtin_expect(!task || !asyncc_task_runs(task) || task->owner || unit->flags & ASYNCC_CANCEL, 0))
        return start_slowly(self, task, result, size);
    self->unit = unit;
    self->task = task;
    self->next = NULL;
    task->owner = self;
    asyncc_unit_wait(unit, ASYNCC_IN_JOIN, self);
    return ASYNCC_PENDING;
}

asyncc_status asyncc_join_resume(struct asyncc_join *self, void *result, size_t size)
{
    struct asyncc_unit *task = self->task;
    uint32_t state = ASYNCC_ENDED | ASYNCC_WAS_CANCELLED | ASYNCC_CALLBACK | ASYNCC_REFERENCES;
    if (__builtin_expect((task->flags & state) != (ASYNCC_ENDED | ASYNCC_ONE_REFERENCE) ||
                             self->unit->flags & ASYNCC_CANCEL || !asyncc_pool_class(task->function) ||
                             !asyncc_thread.loop, 0))
        return resume_slowly(self, result, size);
    if (size == sizeof(int))
        memcpy(result, asyncc_unit_result(task), sizeof(int));
    else if (size == sizeof(void *))
        memcpy(result, asyncc_unit_result(task), sizeof(void *));
    else if (size)
        return resume_slowly(self, result, size);
    task->flags -= ASYNCC_ONE_REFERENCE;
    asyncc_pool_free_task(task);
    return ASYNCC_DONE;
}

void asyncc_join_unhook(struct asyncc_join *self)
{
    asyncc_task_unhook(self);
}
