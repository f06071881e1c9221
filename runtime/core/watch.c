/*
 * watch.c - see watch.h.
 */
#include "watch.h"

#include "pool.h"
#include "task.h"

/* It comes out of the ready queue. */
static asyncc_status callback(struct asyncc_unit *unit)
{
    struct asyncc_watch *watch = (struct asyncc_watch *)unit;
    if (unit->owner)
        watch->ended(watch);
    else
        asyncc_pool_free(unit);
    return ASYNCC_DONE;
}

static const struct asyncc_function watch_function = { .name = "watch",
                                                       .step = callback,
                                                       ASYNCC_UNIT_SIZE(struct asyncc_watch) };

struct asyncc_watch *asyncc_watch_new(struct asyncc_unit *task, void *owner, void (*ended)(struct asyncc_watch *))
{
    struct asyncc_watch *watch = asyncc_pool_new(&watch_function);
    if (!watch)
        return NULL;
    watch->unit.owner = owner;
    watch->join.unit = NULL;
    watch->join.task = task;
    watch->ended = ended;
    asyncc_task_retain(task);
    if (task->flags & ASYNCC_ENDED)
        asyncc_push_callback(&asyncc_thread, &watch->unit);
    else
        asyncc_task_hook(task, &watch->join);
    return watch;
}

/* One that is queued is released when it comes out. */
int asyncc_watch_drop(struct asyncc_watch *watch)
{
    struct asyncc_unit *task = watch->join.task;
    int ended = (task->flags & ASYNCC_ENDED) != 0;
    if (!ended)
        asyncc_task_unhook(&watch->join);
    asyncc_task_release(task);
    if (watch->unit.flags & ASYNCC_CALLBACK)
        watch->unit.owner = NULL;
    else
        asyncc_pool_free(&watch->unit);
    return ended;
}

void asyncc_watch_note(struct asyncc_join *join)
{
    struct asyncc_watch *watch = (void *)((char *)join - offsetof(struct asyncc_watch, join));
    asyncc_push_callback(&asyncc_thread, &watch->unit);
}
