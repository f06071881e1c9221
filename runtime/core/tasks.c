/*
 * tasks.c - finding all tasks that have not ended. No list of them is kept: the pool knows its units.
 *
 * Children of gathers and callees are no tasks of their own here; they are reached through theirs.
 */
#include "tasks.h"

#include "cancel.h"
#include "dump.h"
#include "memory.h"
#include "pool.h"

#include <asyncc/debug.h>

#include <stdlib.h>

struct list {
    struct asyncc_unit **tasks;
    size_t count;
};

static int is_running_task(const struct asyncc_unit *unit)
{
    return asyncc_unit_role(unit) == ASYNCC_TASK && !(unit->flags & ASYNCC_ENDED);
}

static void collect(struct asyncc_unit *unit, void *context)
{
    struct list *list = context;
    if (is_running_task(unit))
        list->tasks[list->count++] = unit;
}

static int by_age(const void *a, const void *b)
{
    uint32_t next = asyncc_thread.serial;
    uint32_t age_a = next - (*(struct asyncc_unit *const *)a)->serial;
    uint32_t age_b = next - (*(struct asyncc_unit *const *)b)->serial;
    return (age_a < age_b) - (age_a > age_b);
}

static void cancel(struct asyncc_unit *unit, void *context)
{
    (void)context;
    if (!is_running_task(unit))
        return;
    asyncc_thread.left += !(unit->flags & ASYNCC_LEFT);
    unit->flags |= ASYNCC_LEFT;
    asyncc_cancel(unit, unit);
}

static void dump(struct asyncc_unit *unit, void *stream)
{
    if (is_running_task(unit))
        asyncc_dump_unit(stream, unit);
}

/* Visits them in order; without memory for a list, in the order of their addresses. */
static void each_by_age(void (*visit)(struct asyncc_unit *, void *), void *context)
{
    struct list list = { 0 };
    size_t count = asyncc_tasks_count();
    if (count == 0)
        return;
    list.tasks = asyncc_memory(NULL, count * sizeof *list.tasks);
    if (!list.tasks) {
        asyncc_pool_each(visit, context);
        return;
    }
    asyncc_pool_each(collect, &list);
    qsort(list.tasks, list.count, sizeof *list.tasks, by_age);
    for (size_t i = 0; i < list.count; i++)
        visit(list.tasks[i], context);
    asyncc_memory(list.tasks, 0);
}

static void count(struct asyncc_unit *unit, void *context)
{
    *(unsigned *)context += is_running_task(unit);
}

unsigned asyncc_tasks_count(void)
{
    unsigned tasks = 0;
    asyncc_pool_each(count, &tasks);
    return tasks;
}

void asyncc_tasks_cancel(void)
{
    each_by_age(cancel, NULL);
}

void async_dump_tasks(FILE *stream)
{
    each_by_age(dump, stream);
}
