/*
 * completions.c - async_completions: tasks that have ended stand in a list, and a semaphore counts them.
 */
#include "semaphore.h"

#include "../core/errors.h"
#include "../core/fatal.h"
#include "../core/task.h"
#include "../core/watch.h"

#include <asyncc/group.h>

static void ended(struct asyncc_watch *watch)
{
    struct async_completions *self = watch->unit.owner;
    ASYNCC_LIST_REMOVE(self->running, watch);
    ASYNCC_LIST_APPEND(self->first, watch);
    async_semaphore_release(&self->ended);
}

static int add(struct async_completions *self, struct asyncc_unit *task, size_t index)
{
    struct asyncc_watch *watch = task ? asyncc_watch_new(task, self, ended) : NULL;
    if (!watch)
        return ASYNCC_ENOMEM;
    watch->detail = index;
    ASYNCC_LIST_PREPEND(self->running, watch);
    return 0;
}

int async_completions_init(struct async_completions *self, const void *tasks, size_t count)
{
    struct asyncc_unit *const *units = tasks;
    *self = (struct async_completions){ .left = count };
    for (size_t i = 0; i < count; i++) {
        if (units[i])
            asyncc_task_check(units[i], "async_completions_init");
        if (add(self, units[i], i) != 0) {
            async_completions_deinit(self);
            return ASYNCC_ENOMEM;
        }
    }
    return 0;
}

static void drop_all(struct asyncc_watch *watch)
{
    for (struct asyncc_watch *next; watch; watch = next) {
        next = watch->next;
        asyncc_watch_drop(watch);
    }
}

void async_completions_deinit(struct async_completions *self)
{
    if (self->ended.waiters.first)
        asyncc_fatal("async_completions_deinit: a task waits for the next one");
    drop_all(self->first);
    drop_all(self->running);
    *self = (struct async_completions){ .left = 0 };
}

static int take(struct async_completions *self)
{
    struct asyncc_watch *watch = self->first;
    int index = (int)watch->detail;
    ASYNCC_LIST_REMOVE(self->first, watch);
    asyncc_watch_drop(watch);
    return index;
}

asyncc_status asyncc_completions_next_start(struct asyncc_completions_next *self, struct async_completions *completions,
                                            int *value)
{
    *value = ASYNCC_EOF;
    if (completions->left == 0)
        return ASYNCC_DONE;
    completions->left--;
    self->completions = completions;
    asyncc_status status = asyncc_semaphore_begin(&completions->ended, &self->waiting);
    if (status == ASYNCC_DONE)
        *value = take(completions);
    return status;
}

asyncc_status asyncc_completions_next_resume(struct asyncc_completions_next *self, int *value)
{
    asyncc_status status = asyncc_semaphore_end(&self->waiting);
    if (status == ASYNCC_DONE)
        *value = take(self->completions);
    else
        self->completions->left++;
    return status;
}

/* clang-format off */
ASYNCC_NATURAL(completions_next, int, (struct async_completions *completions),
               ({ struct async_completions *completions; }), (completions), (a->completions));
/* clang-format on */
