/*
 * name.c - tasks' names.
 */
#include "errors.h"
#include "extra.h"
#include "memory.h"
#include "task.h"

#include <asyncc.h>

#include <string.h>

static int set_name(struct asyncc_unit *task, const char *name)
{
    struct asyncc_extra *extra = asyncc_extra_need(task);
    size_t size = strlen(name) + 1;
    char *copy = extra ? asyncc_memory(NULL, size) : NULL;
    if (!copy)
        return ASYNCC_ENOMEM;
    asyncc_memory(extra->name, 0);
    extra->name = memcpy(copy, name, size);
    return 0;
}

int asyncc_task_set_name(struct asyncc_unit *task, const char *name)
{
    if (!task)
        return ASYNCC_ENOMEM;
    asyncc_task_check(task, "async_task_set_name");
    return task->flags & ASYNCC_ENDED ? 0 : set_name(task, name);
}

const char *asyncc_task_name(const struct asyncc_unit *task)
{
    if (!task)
        return NULL;
    asyncc_task_check(task, "async_task_name");
    const struct asyncc_extra *extra = asyncc_extra_find(task);
    return extra ? extra->name : NULL;
}

int async_set_name(const char *name)
{
    struct asyncc_unit *task = asyncc_task_current();
    return task ? set_name(task, name) : ASYNCC_EINVAL;
}
