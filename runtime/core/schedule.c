/*
 * schedule.c - the scheduler: takes entries from the ready queue and steps them.
 *
 * An entry with CALLBACK is not stepped: it is the ended main task, an ended child of a gather, a waiter of
 * an async_wait, or a list of due timers. Each stands for a callback that asyncio would have put there.
 */
#include "schedule.h"

#include "clock.h"
#include "gather.h"
#include "task.h"
#include "wait.h"

/*
 * The unit's step function has returned. The value is the unit to go on with at once: awaiting a call is not
 * a matter of the queue.
 */
static struct asyncc_unit *end(struct asyncc_unit *unit, asyncc_status status)
{
    asyncc_unit_ended(unit, status);
    if (asyncc_unit_role(unit) == ASYNCC_CALLEE)
        return unit->owner;
    /* Task.cancel of a task that then returned without another await: CPython's __step, too, ends it so. */
    if (asyncc_unit_take_cancel(unit))
        unit->flags |= ASYNCC_WAS_CANCELLED;
    if (asyncc_unit_role(unit) == ASYNCC_TASK)
        asyncc_task_end(unit);
    else
        asyncc_push_callback(&asyncc_thread, unit);
    return NULL;
}

/* Steps the unit, and then whatever goes on because of that without waiting for its turn. */
static inline void step(struct asyncc_thread *thread, struct asyncc_unit *unit)
{
    do {
        unit->flags = (unit->flags & ~(uint32_t)ASYNCC_KIND) | ASYNCC_BEGUN;
        thread->current = unit;
        asyncc_status status = unit->function->step(unit);
        if (status == ASYNCC_PENDING) {
            unit = thread->trampoline;
            thread->trampoline = NULL;
        } else {
            unit = end(unit, status);
        }
    } while (unit);
}

static __attribute__((noinline)) void callback(struct asyncc_unit *unit)
{
    unit->flags &= ~(uint32_t)(ASYNCC_CALLBACK | ASYNCC_KIND);
    if (asyncc_unit_role(unit) == ASYNCC_TASK)
        asyncc_task_callback(unit);
    else if (asyncc_unit_role(unit) == ASYNCC_CHILD)
        asyncc_gather_callback(unit);
    else if (unit->function == &asyncc_waiter_function)
        asyncc_wait_callback((struct asyncc_waiter *)unit);
    else
        asyncc_due_run((struct asyncc_due *)unit);
}

static inline void run(struct asyncc_thread *thread, struct asyncc_unit *unit)
{
    uint32_t flags = unit->flags;
    if (__builtin_expect(!(flags & (ASYNCC_CALLBACK | ASYNCC_CANCEL)), 1))
        step(thread, unit);
    else if (flags & ASYNCC_CALLBACK)
        callback(unit);
    else if (flags & ASYNCC_BEGUN)
        step(thread, unit);
    else /* cancelled before its first step: it never runs */
        end(unit, ASYNCC_CANCELLED);
}

/* What is ready now is one turn; timers that became due meanwhile are part of it. */
static inline void begin_turn(struct asyncc_thread *thread)
{
    struct asyncc_timer *first = asyncc_timers_first(&thread->timers);
    if (first && first->deadline <= asyncc_clock_glance(thread))
        asyncc_due_collect(asyncc_clock_now(thread));
    thread->turn_end = thread->tail;
}

void asyncc_drain(unsigned steps)
{
    struct asyncc_thread *thread = &asyncc_thread;
    struct asyncc_timer *first = asyncc_timers_first(&thread->timers);
    thread->draining = 1;
    thread->stack = __builtin_frame_address(0);
    if (first)
        asyncc_due_collect(asyncc_clock_now(thread));
    while (thread->head && steps--) {
        if (!thread->turn_end)
            begin_turn(thread);
        struct asyncc_unit *unit = thread->head, *turn_end = thread->turn_end;
        thread->head = unit->wait.next;
        if (unit == turn_end)
            thread->turn_end = NULL;
        run(thread, unit);
        if (unit == turn_end && thread->stopping)
            break;
    }
    thread->current = NULL;
    thread->draining = 0;
}
