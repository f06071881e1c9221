/*
 * extra.c - see extra.h.
 */
#include "extra.h"

#include "errors.h"
#include "gather.h"
#include "memory.h"
#include "task.h"

#include <asyncc/local.h>

#include <string.h>

enum { BUCKETS = 64 };

static _Thread_local struct {
    struct asyncc_extra **buckets; /* a power of two of them */
    size_t bucket_count, count;
} table;

/* ---- the table ---- */

static struct asyncc_extra **bucket_of(const struct asyncc_unit *task)
{
    return &table.buckets[((uintptr_t)task >> 4) & (table.bucket_count - 1)];
}

static int grow(void)
{
    size_t count = table.bucket_count ? table.bucket_count * 4 : BUCKETS, old_count = table.bucket_count;
    struct asyncc_extra **buckets = asyncc_memory(NULL, count * sizeof *buckets), **old = table.buckets;
    if (!buckets)
        return ASYNCC_ENOMEM;
    memset(buckets, 0, count * sizeof *buckets);
    table.buckets = buckets;
    table.bucket_count = count;
    for (size_t i = 0; i < old_count; i++)
        for (struct asyncc_extra *extra = old[i], *next; extra; extra = next) {
            next = extra->next;
            struct asyncc_extra **bucket = bucket_of(extra->task);
            extra->next = *bucket;
            *bucket = extra;
        }
    asyncc_memory(old, 0);
    return 0;
}

struct asyncc_extra *asyncc_extra_find(const struct asyncc_unit *task)
{
    if (!(task->flags & ASYNCC_EXTRA))
        return NULL;
    struct asyncc_extra *extra = *bucket_of(task);
    while (extra->task != task)
        extra = extra->next;
    return extra;
}

static void release_if_empty(void)
{
    if (table.count)
        return;
    asyncc_memory(table.buckets, 0);
    table.buckets = NULL;
    table.bucket_count = 0;
}

/* The task's, made if it has none; NULL when there is no memory. */
static struct asyncc_extra *need(struct asyncc_unit *task)
{
    struct asyncc_extra *extra = asyncc_extra_find(task);
    if (extra)
        return extra;
    if (table.count >= table.bucket_count * 2 && grow() != 0)
        return NULL;
    extra = asyncc_memory(NULL, sizeof *extra);
    if (!extra) {
        release_if_empty();
        return NULL;
    }
    struct asyncc_extra **bucket = bucket_of(task);
    *extra = (struct asyncc_extra){ .next = *bucket, .task = task };
    *bucket = extra;
    table.count++;
    task->flags |= ASYNCC_EXTRA;
    return extra;
}

void asyncc_extra_end(struct asyncc_unit *task)
{
    struct asyncc_extra **place = bucket_of(task), *extra;
    while ((*place)->task != task)
        place = &(*place)->next;
    extra = *place;
    *place = extra->next;
    asyncc_memory(extra->name, 0);
    asyncc_memory(extra->values, 0);
    asyncc_memory(extra, 0);
    task->flags &= ~(uint32_t)ASYNCC_EXTRA;
    table.count--;
    release_if_empty();
}

/* ---- what it holds ---- */

/* The current task; children of gathers count as their owner's. */
static struct asyncc_unit *current_task(void)
{
    struct asyncc_unit *unit = asyncc_context.current;
    if (!unit)
        return NULL;
    unit = asyncc_unit_root(unit);
    while (asyncc_unit_role(unit) == ASYNCC_CHILD)
        unit = asyncc_unit_root(asyncc_gather_waiter(unit));
    return unit;
}

static int inherit(struct asyncc_unit *task, const struct asyncc_extra *from)
{
    struct asyncc_extra *extra = need(task);
    struct asyncc_value *values = extra ? asyncc_memory(NULL, from->value_count * sizeof *values) : NULL;
    if (!values)
        return ASYNCC_ENOMEM;
    extra->values = memcpy(values, from->values, from->value_count * sizeof *values);
    extra->value_count = from->value_count;
    return 0;
}

int asyncc_extra_begin(struct asyncc_unit *task, const char *where)
{
    const struct asyncc_unit *current = current_task();
    const struct asyncc_extra *from = current ? asyncc_extra_find(current) : NULL;
    if (asyncc_thread.extras & ASYNCC_EXTRA_WHERE && where) {
        struct asyncc_extra *extra = need(task);
        if (!extra)
            return ASYNCC_ENOMEM;
        extra->where = where;
    }
    return from && from->value_count ? inherit(task, from) : 0;
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
    const struct asyncc_unit *task = current_task();
    const struct asyncc_value *value = task ? find_value(asyncc_extra_find(task), local) : NULL;
    return value ? value->value : NULL;
}

int async_local_set(const struct async_local *local, void *value)
{
    struct asyncc_unit *task = current_task();
    if (!task)
        return ASYNCC_EINVAL;
    struct asyncc_extra *extra = need(task);
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

static int set_name(struct asyncc_unit *task, const char *name)
{
    struct asyncc_extra *extra = need(task);
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
    struct asyncc_unit *task = current_task();
    return task ? set_name(task, name) : ASYNCC_EINVAL;
}
