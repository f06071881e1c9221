/*
 * local.c - async_local: values of a task's own, which the tasks that it creates begin with.
 */
#include "local.h"

#include "errors.h"
#include "memory.h"
#include "task.h"

#include <asyncc/local.h>

#include <string.h>

int asyncc_local_inherit(struct asyncc_unit *task, const struct asyncc_extra *from)
{
    struct asyncc_extra *extra = asyncc_extra_need(task);
    struct asyncc_value *values = extra ? asyncc_memory(NULL, from->value_count * sizeof *values) : NULL;
    if (!values)
        return ASYNCC_ENOMEM;
    extra->values = memcpy(values, from->values, from->value_count * sizeof *values);
    extra->value_count = from->value_count;
    return 0;
}

static struct asyncc_value *find_value(const struct asyncc_extra *extra, const void *local)
{
    for (size_t i = 0; extra && i < extra->value_count; i++)
        if (extra->values[i].local == local)
            return &extra->values[i];
    return NULL;
}

void *async_local_get(const struct async_local *local)
{
    const struct asyncc_unit *task = asyncc_task_current();
    const struct asyncc_value *value = task ? find_value(asyncc_extra_find(task), local) : NULL;
    return value ? value->value : NULL;
}

int async_local_set(const struct async_local *local, void *value)
{
    struct asyncc_unit *task = asyncc_task_current();
    if (!task)
        return ASYNCC_EINVAL;
    struct asyncc_extra *extra = asyncc_extra_need(task);
    if (!extra)
        return ASYNCC_ENOMEM;
    struct asyncc_value *found = find_value(extra, local);
    if (!found) {
        struct asyncc_value *values = asyncc_memory(extra->values, (extra->value_count + 1) * sizeof *values);
        if (!values)
            return ASYNCC_ENOMEM;
        extra->values = values;
        found = &values[extra->value_count++];
        found->local = local;
    }
    found->value = value;
    asyncc_thread.extras |= ASYNCC_EXTRA_VALUES;
    return 0;
}
