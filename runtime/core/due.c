/*
 * due.c - timers whose time has come: their way through the ready queue.
 *
 * As in asyncio a timer that is due does not act at once but in its turn. A sleeper is then queued once
 * more, since there the timer sets a future and the future wakes the task.
 */
#include "thread.h"

#include "pool.h"
#include "timeout.h"

void asyncc_due_collect(uint64_t now)
{
    struct asyncc_thread *thread = &asyncc_thread;
    struct asyncc_timer *timer = asyncc_timers_first(&thread->timers);
    if (!timer || timer->deadline > now)
        return;
    do {
        asyncc_timers_remove(&thread->timers, timer);
        asyncc_due_append(&thread->due, timer);
        timer = asyncc_timers_first(&thread->timers);
    } while (timer && timer->deadline <= now);
    if (!(thread->due.unit.flags & ASYNCC_CALLBACK))
        asyncc_push_callback(thread, &thread->due.unit);
}

static const struct asyncc_function due_function = { .name = "due timers",
                                                     .size = sizeof(struct asyncc_due),
                                                     .alignment = _Alignof(struct asyncc_due) };

void asyncc_due_soon(struct asyncc_timer *timer)
{
    struct asyncc_thread *thread = &asyncc_thread;
    struct asyncc_due *due = asyncc_pool_new(&due_function);
    if (!due) {
        asyncc_timers_insert(&thread->timers, timer, 0);
        return;
    }
    due->list.next = NULL;
    asyncc_due_append(due, timer);
    asyncc_push_callback(thread, &due->unit);
}

void asyncc_due_run(struct asyncc_due *due)
{
    struct asyncc_thread *thread = &asyncc_thread;
    struct asyncc_timer *list = &due->list;
    while (list->next != list) {
        struct asyncc_timer *timer = list->next;
        asyncc_timers_remove(&thread->timers, timer);
        if (timer->kind & ASYNCC_TIMER_TIMEOUT)
            asyncc_timeout_fire((struct asyncc_timeout *)timer);
        else
            asyncc_push(thread, timer->unit);
    }
    if (due != &thread->due)
        asyncc_pool_free(&due->unit);
}
