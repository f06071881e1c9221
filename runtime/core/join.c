/*
 * join.c - waiting for a task.
 */
#include "join.h"

#include "cancel.h"
#include "pool.h"
#include "task.h"

/*
 * A cancel that comes when the task has ended already, but before the one that joins it goes on, wins, as in asyncio;
 * the result then is lost unless there is another handle.
 */
asyncc_status asyncc_join_take(struct asyncc_unit *task, int cancelled, void *result, size_t size)
{
    asyncc_status status = ASYNCC_CANCELLED;
    asyncc_task_check(task, "join"); /* two may have joined one handle */
    if (!cancelled && task->flags & ASYNCC_ENDED && !(task->flags & ASYNCC_WAS_CANCELLED)) {
        status = ASYNCC_DONE;
        asyncc_unit_copy_result(task, result, size);
    }
    asyncc_task_release(task);
    return status;
}

asyncc_status asyncc_join_start_slow(struct asyncc_join *self, struct asyncc_unit *task, void *result, size_t size)
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

asyncc_status asyncc_join_resume_slow(struct asyncc_join *self, void *result, size_t size)
{
    return asyncc_join_take(self->task, asyncc_unit_take_cancel(asyncc_context.current), result, size);
}

void asyncc_join_unhook(struct asyncc_join *self)
{
    asyncc_task_unhook(self);
}
