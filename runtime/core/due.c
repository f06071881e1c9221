/*
 * due.c - timers whose time has come: their way through the ready queue.
 *
 * As in asyncio a timer that is due does not act at once but in its turn. A sleeper is then queued once
 * more, since there the timer sets a future and the future wakes the task. While it is in the list it can be
 * disarmed as before.
 */
#include "due.h"

#include "pool.h"
#include "timeout.h"

_Thread_local struct asyncc_timers asyncc_thread_timers;

/* A ready-queue entry that stands for a list of due timers: in asyncio each would be an entry of its own. */
struct due {
    struct asyncc_unit unit;
    struct asyncc_timer_links list;
};

/* How many timers to look at for the first deadline, before making do with an estimate. */
enum { PATIENCE = 32 };

static asyncc_status run(struct asyncc_unit *unit);

static const struct asyncc_function due_function = { .name = "due timers", .step = run, ASYNCC_UNIT_SIZE(struct due) };

/* What is due in this turn. At most one such list is under way, so it needs no memory from the pool. */
static _Thread_local struct due due_now = { .unit.function = &due_function };

/* The list comes out of the ready queue: wakes, and fires timeouts. */
static asyncc_status run(struct asyncc_unit *unit)
{
    struct due *due = (struct due *)unit;
    struct asyncc_thread *thread = &asyncc_thread;
    struct asyncc_timer_links *list = &due->list;
    while (list->next != list) {
        struct asyncc_timer *timer = (struct asyncc_timer *)list->next;
        asyncc_timer_disarm(timer);
        if (timer->kind & ASYNCC_TIMER_TIMEOUT)
            asyncc_timeout_fire((struct asyncc_timeout *)timer);
        else if (timer->kind & ASYNCC_TIMER_CALL)
            ((struct asyncc_call_timer *)timer)->call((struct asyncc_call_timer *)timer);
        else
            asyncc_wake(thread, timer->unit);
    }
    if (due != &due_now)
        asyncc_pool_free(&due->unit);
    return ASYNCC_DONE;
}

void asyncc_timer_arm(struct asyncc_timer *timer, uint64_t deadline)
{
    asyncc_timers_insert(&asyncc_thread_timers, timer, deadline);
    if (deadline < asyncc_thread.next_deadline) {
        asyncc_thread.next_deadline = deadline;
        asyncc_thread.between = 1;
    }
}

void asyncc_timer_arm_now(struct asyncc_timer *timer)
{
    struct due *due = asyncc_pool_new(&due_function);
    if (!due) {
        asyncc_timer_arm(timer, 0);
        return;
    }
    asyncc_timer_list_init(&due->list);
    timer->deadline = 0;
    asyncc_timer_list_append(&due->list, timer);
    asyncc_push_callback(&asyncc_thread, &due->unit);
}

void asyncc_call_timer_arm(struct asyncc_call_timer *timer, uint64_t deadline, void (*call)(struct asyncc_call_timer *timer))
{
    timer->timer.unit = asyncc_context.current;
    timer->timer.kind = ASYNCC_TIMER_CALL;
    timer->call = call;
    asyncc_timer_arm(&timer->timer, deadline);
}

void asyncc_timer_disarm(struct asyncc_timer *timer)
{
    asyncc_timers_remove(&asyncc_thread_timers, timer);
}

void asyncc_due_collect(uint64_t now)
{
    struct asyncc_thread *thread = &asyncc_thread;
    int queued = (due_now.unit.flags & ASYNCC_CALLBACK) != 0;
    if (!queued)
        asyncc_timer_list_init(&due_now.list);
    if (asyncc_timers_collect(&asyncc_thread_timers, now, &due_now.list) && !queued)
        asyncc_push_callback(thread, &due_now.unit);
    thread->next_deadline = asyncc_timers_next(&asyncc_thread_timers, PATIENCE);
}
