/*
 * extra.c - see extra.h.
 */
#include "extra.h"

#include "errors.h"
#include "local.h"
#include "memory.h"
#include "task.h"

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

struct asyncc_extra *asyncc_extra_need(struct asyncc_unit *task)
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

/* ---- a new task ---- */

int asyncc_extra_begin(struct asyncc_unit *task, const char *where)
{
    const struct asyncc_unit *current = asyncc_task_current();
    const struct asyncc_extra *from = current ? asyncc_extra_find(current) : NULL;
    if (asyncc_thread.extras & ASYNCC_EXTRA_WHERE && where) {
        struct asyncc_extra *extra = asyncc_extra_need(task);
        if (!extra)
            return ASYNCC_ENOMEM;
        extra->where = where;
    }
    return from && from->value_count ? asyncc_local_inherit(task, from) : 0;
}
