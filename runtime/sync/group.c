/*
 * group.c - async_group, by the algorithm of asyncio.TaskGroup.
 *
 * A watch for each task, in the order of creation: first those that have begun, then those that are held back by the
 * limit. Those are tasks, too, but not in the ready queue.
 */
#include "waiting.h"

#include "../core/errors.h"
#include "../core/task.h"
#include "../core/watch.h"

#include <asyncc/group.h>

static int is_full(const struct async_group *group)
{
    return group->limit && group->running >= group->limit;
}

/* ---- the list ---- */

static void append(struct async_group *group, struct asyncc_watch *watch)
{
    ASYNCC_LIST_APPEND(group->first, watch);
    group->count++;
}

static void unlink_watch(struct async_group *group, struct asyncc_watch *watch)
{
    ASYNCC_LIST_REMOVE(group->first, watch);
    group->count--;
}

static void begin_held(struct async_group *group)
{
    while (group->held && !is_full(group)) {
        group->running++;
        asyncc_push(&asyncc_thread, group->held->join.task);
        group->held = group->held->next;
    }
}

/* Once, whoever asks for it how often: the tasks' defers can wait. */
void async_group_cancel(struct async_group *group)
{
    if (group->is_cancelled)
        return;
    group->is_cancelled = 1;
    for (struct asyncc_watch *watch = group->first; watch; watch = watch->next) {
        struct asyncc_unit *task = watch->join.task;
        if (!(task->flags & ASYNCC_ENDED))
            asyncc_cancel(task, task);
    }
    while (group->held) { /* so that they end in their turns */
        group->running++;
        asyncc_push(&asyncc_thread, group->held->join.task);
        group->held = group->held->next;
    }
}

static void fail(struct async_group *group, int status)
{
    if (group->status == 0)
        group->status = status;
    async_group_cancel(group);
}

/* ---- tasks ---- */

static void ended(struct asyncc_watch *watch)
{
    struct async_group *group = watch->unit.owner;
    struct asyncc_unit *task = watch->join.task;
    int status = 0;
    if (watch->detail && !(task->flags & ASYNCC_WAS_CANCELLED))
        status = *(const int *)asyncc_unit_result(task);
    unlink_watch(group, watch);
    asyncc_watch_drop(watch);
    group->running--;
    if (status < 0)
        fail(group, status);
    begin_held(group);
    if (group->count == 0)
        asyncc_waiters_grant_all(&group->joiners);
    if (!is_full(group))
        asyncc_waiters_grant_first(&group->roomless);
}

static int add(struct async_group *group, int is_int, uint32_t references, const char *where, struct asyncc_unit **made)
{
    struct asyncc_unit *task = asyncc_task_create(references, where);
    *made = NULL;
    if (task && group->is_cancelled) {
        asyncc_task_unmake(task);
        return ASYNCC_ECANCELED;
    }
    struct asyncc_watch *watch = task ? asyncc_watch_new(task, group, ended) : NULL;
    if (!watch) {
        if (task)
            asyncc_task_unmake(task);
        fail(group, ASYNCC_ENOMEM);
        return ASYNCC_ENOMEM;
    }
    watch->detail = (size_t)is_int;
    append(group, watch);
    if (!group->held)
        group->held = watch;
    begin_held(group);
    *made = task;
    return 0;
}

int asyncc_group_spawn(struct async_group *group, int called, int is_int, const char *where)
{
    struct asyncc_unit *task;
    (void)called;
    return add(group, is_int, 0, where, &task);
}

void *asyncc_group_create_task(struct async_group *group, int called, int is_int, const char *where)
{
    struct asyncc_unit *task;
    (void)called;
    add(group, is_int, 1, where, &task);
    return task;
}

/* ---- join and close ---- */

static asyncc_status join(struct asyncc_group_join *self, struct async_group *group, int *value)
{
    if (group->count)
        return asyncc_waiting_begin(&group->joiners, &self->waiting, asyncc_waiting_cancel);
    *value = group->status;
    group->status = 0;
    group->is_cancelled = 0;
    return self->cancelled ? ASYNCC_CANCELLED : ASYNCC_DONE;
}

asyncc_status asyncc_group_join_start(struct asyncc_group_join *self, struct async_group *group, int *value)
{
    self->cancelled = 0;
    return join(self, group, value);
}

/* As in asyncio the tasks are cancelled when the one that joins them has its turn, not at once. */
asyncc_status asyncc_group_join_resume(struct asyncc_group_join *self, int *value)
{
    struct async_group *group = ASYNCC_WAITING_OBJECT(&self->waiting, struct async_group, joiners);
    if (asyncc_waiting_end(&self->waiting) == ASYNCC_CANCELLED) {
        self->cancelled = 1;
        async_group_cancel(group);
    }
    return join(self, group, value);
}

asyncc_status asyncc_group_close_start(struct asyncc_group_close *self, struct async_group *group)
{
    int value;
    async_group_cancel(group);
    return asyncc_group_join_start(&self->join, group, &value);
}

asyncc_status asyncc_group_close_resume(struct asyncc_group_close *self)
{
    int value;
    return asyncc_group_join_resume(&self->join, &value);
}

/* ---- room ---- */

asyncc_status asyncc_group_room_start(struct asyncc_group_room *self, struct async_group *group)
{
    if (!is_full(group) && !group->roomless.first)
        return asyncc_waiting_ready(&group->roomless, &self->waiting);
    return asyncc_waiting_begin(&group->roomless, &self->waiting, asyncc_waiting_cancel);
}

/* If it is full again the next one is woken by the next end; if this one does not use the room, by this one. */
asyncc_status asyncc_group_room_resume(struct asyncc_group_room *self)
{
    struct async_group *group = ASYNCC_WAITING_OBJECT(&self->waiting, struct async_group, roomless);
    asyncc_status status = asyncc_waiting_end(&self->waiting);
    if (status == ASYNCC_DONE && is_full(group))
        return asyncc_waiting_begin(&group->roomless, &self->waiting, asyncc_waiting_cancel);
    if (status == ASYNCC_CANCELLED && self->waiting.state == ASYNCC_GRANTED && !is_full(group))
        asyncc_waiters_grant_first(&group->roomless);
    return status;
}

/* clang-format off */
ASYNCC_NATURAL(group_join, int, (struct async_group *group), ({ struct async_group *group; }), (group), (a->group));
ASYNCC_NATURAL_VOID(group_close, (struct async_group *group), ({ struct async_group *group; }), (group), (a->group));
ASYNCC_NATURAL_VOID(group_room, (struct async_group *group), ({ struct async_group *group; }), (group), (a->group));
/* clang-format on */
