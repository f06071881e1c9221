/*
 * wait.c - async_wait, _timeout and _first_failed: waiting for some of several tasks.
 *
 * Each task gets a watch, and one owner more until the end, so that a handle may be released meanwhile. When a task
 * ends its watch goes through the ready queue, and then counts; asyncio's _wait has a callback there.
 */
#include "cancel.h"
#include "clock.h"
#include "due.h"
#include "errors.h"
#include "leaf.h"
#include "task.h"
#include "watch.h"

/* What ends the wait before all have ended. */
enum { NOTHING, FAILURE };

static int has_failed(struct asyncc_unit *task)
{
    return !(task->flags & ASYNCC_WAS_CANCELLED) && *(const int *)asyncc_unit_result(task) < 0;
}

static void ended(struct asyncc_watch *watch)
{
    struct asyncc_wait *self = watch->unit.owner;
    if (asyncc_unit_kind(self->unit) != ASYNCC_IN_WAIT)
        return;
    if (--self->left == 0 || (watch->detail == FAILURE && has_failed(watch->join.task)))
        asyncc_wake(&asyncc_thread, self->unit);
}

static int add(struct asyncc_wait *self, struct asyncc_unit *task, size_t detail)
{
    struct asyncc_watch *watch = asyncc_watch_new(task, self, ended);
    if (!watch)
        return ASYNCC_ENOMEM;
    watch->detail = detail;
    watch->next = self->watches;
    self->watches = watch;
    return 0;
}

static int drop_all(struct asyncc_wait *self)
{
    int count = 0;
    for (struct asyncc_watch *watch = self->watches, *next; watch; watch = next) {
        next = watch->next;
        count += asyncc_watch_drop(watch);
    }
    return count;
}

static int watch_all(struct asyncc_wait *self, struct asyncc_unit *const *tasks, size_t count, size_t detail)
{
    for (size_t i = 0; i < count; i++) {
        if (!tasks[i]) /* there was no memory for it */
            return ASYNCC_ENOMEM;
        asyncc_task_check(tasks[i], "async_wait");
        if (add(self, tasks[i], detail) != 0)
            return ASYNCC_ENOMEM;
    }
    return 0;
}

/* Waits until `left` have ended. */
static asyncc_status begin(struct asyncc_wait *self, const void *tasks, size_t count, size_t left, size_t detail,
                           int *result)
{
    struct asyncc_unit *unit = asyncc_context.current;
    self->unit = unit;
    self->watches = NULL;
    self->left = left;
    *result = watch_all(self, tasks, count, detail);
    if (count == 0 || *result != 0) {
        drop_all(self);
        return ASYNCC_DONE;
    }
    asyncc_unit_wait(unit, ASYNCC_IN_WAIT, self);
    if (unit->flags & ASYNCC_CANCEL)
        asyncc_cancel_begun(unit);
    return ASYNCC_PENDING;
}

asyncc_status asyncc_wait_start(struct asyncc_wait *self, const void *tasks, size_t count, int until, int *result)
{
    return begin(self, tasks, count, until == ASYNC_FIRST_COMPLETED ? 1 : count, NOTHING, result);
}

asyncc_status asyncc_wait_resume(struct asyncc_wait *self, int *result)
{
    *result = drop_all(self);
    return asyncc_unit_take_cancel(self->unit) ? ASYNCC_CANCELLED : ASYNCC_DONE;
}

/* clang-format off */
ASYNCC_NATURAL(wait, int, (const void *tasks, size_t count, int until),
               ({ const void *tasks; size_t count; int until; }), (tasks, count, until),
               (a->tasks, a->count, a->until));
/* clang-format on */

/* ---- until a failure ---- */

asyncc_status asyncc_wait_first_failed_start(struct asyncc_wait_first_failed *self, const void *tasks, size_t count,
                                             int *result)
{
    return begin(&self->wait, tasks, count, count, FAILURE, result);
}

asyncc_status asyncc_wait_first_failed_resume(struct asyncc_wait_first_failed *self, int *result)
{
    return asyncc_wait_resume(&self->wait, result);
}

/* clang-format off */
ASYNCC_NATURAL(wait_first_failed, int, (async_task(int) const *tasks, size_t count),
               ({ async_task(int) const *tasks; size_t count; }), (tasks, count), (a->tasks, a->count));
/* clang-format on */

/* ---- with a timeout ---- */

static void time_over(struct asyncc_call_timer *timer)
{
    struct asyncc_unit *unit = timer->timer.unit;
    if (asyncc_unit_kind(unit) == ASYNCC_IN_WAIT)
        asyncc_wake(&asyncc_thread, unit);
}

asyncc_status asyncc_wait_timeout_start(struct asyncc_wait_timeout *self, const void *tasks, size_t count, int until,
                                        double seconds, int *result)
{
    asyncc_status status = asyncc_wait_start(&self->wait, tasks, count, until, result);
    if (status != ASYNCC_PENDING)
        return status;
    asyncc_call_timer_arm(&self->timer, asyncc_clock_after(&asyncc_thread, seconds), time_over);
    return status;
}

asyncc_status asyncc_wait_timeout_resume(struct asyncc_wait_timeout *self, int *result)
{
    asyncc_timer_disarm(&self->timer.timer);
    return asyncc_wait_resume(&self->wait, result);
}

/* clang-format off */
ASYNCC_NATURAL(wait_timeout, int, (const void *tasks, size_t count, int until, double seconds),
               ({ const void *tasks; size_t count; int until; double seconds; }), (tasks, count, until, seconds),
               (a->tasks, a->count, a->until, a->seconds));
/* clang-format on */
