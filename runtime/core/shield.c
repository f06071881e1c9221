/*
 * shield.c - async_shield: a join that is done after a wait, so that a cancel does not reach the task.
 */
#include "join.h"
#include "task.h"

#include <asyncc.h>

asyncc_status asyncc_shield_start(struct asyncc_shield *self, struct asyncc_unit *task, void *result, size_t size)
{
    int ended;
    if (!task) /* there was no memory for it */
        return ASYNCC_CANCELLED;
    asyncc_task_check(task, "shield");
    self->task = task;
    if (task->flags & ASYNCC_ENDED)
        return asyncc_join_take(task, 0, result, size);
    asyncc_status status = asyncc_wait_start(&self->wait, &task, 1, ASYNC_ALL_COMPLETED, &ended);
    return status == ASYNCC_PENDING ? status : asyncc_join_take(task, 1, result, size); /* no memory */
}

asyncc_status asyncc_shield_resume(struct asyncc_shield *self, void *result, size_t size)
{
    int ended;
    asyncc_status status = asyncc_wait_resume(&self->wait, &ended);
    return asyncc_join_take(self->task, status == ASYNCC_CANCELLED, result, size);
}
