/*
 * schedule.c - the scheduler: takes entries from the ready queue and steps them.
 *
 * An entry with CALLBACK is not stepped: it is the ended main task, an ended child of a gather, the watch
 * of an ended task, or a list of due timers. Each stands for a callback that asyncio would have put there.
 */
#include "clock.h"
#include "debug.h"
#include "due.h"
#include "gather.h"
#include "task.h"
#include "watch.h"

static void end_child(struct asyncc_unit *child)
{
    if (asyncc_unit_take_cancel(child))
        child->flags |= ASYNCC_WAS_CANCELLED; /* see asyncc_task_end */
    asyncc_push_callback(&asyncc_thread, child);
}

/*
 * The unit's step function has returned. The value is the unit to go on with at once: awaiting a call is not
 * a matter of the queue.
 */
static inline struct asyncc_unit *end(struct asyncc_thread *thread, struct asyncc_unit *unit,
                                      asyncc_status status)
{
    uint32_t flags = unit->flags | ASYNCC_ENDED;
    if (__builtin_expect(status == ASYNCC_CANCELLED, 0))
        flags |= ASYNCC_WAS_CANCELLED;
    unit->flags = flags;
    if (__builtin_expect((flags & (ASYNCC_ROLE | ASYNCC_ENDS_SPECIALLY)) == ASYNCC_TASK, 1)) {
        asyncc_task_end(thread, unit);
        return NULL;
    }
    if ((flags & ASYNCC_ROLE) == ASYNCC_CALLEE) {
        struct asyncc_unit *owner = unit->owner;
        owner->flags &= ~(uint32_t)ASYNCC_KIND;
        return owner;
    }
    if ((flags & ASYNCC_ROLE) == ASYNCC_TASK)
        asyncc_task_end_specially(thread, unit);
    else
        end_child(unit);
    return NULL;
}

/* Steps the unit, and then whatever goes on because of that without waiting for its turn. */
static inline void step(struct asyncc_thread *thread, struct asyncc_unit *unit)
{
    do {
        asyncc_context.current = unit;
        asyncc_status status = unit->function->step(unit);
        if (__builtin_expect(status != ASYNCC_PENDING, 0)) {
            unit = end(thread, unit, status);
        } else if (__builtin_expect(!(unit = thread->trampoline), 1)) {
            break;
        } else {
            thread->trampoline = NULL;
        }
    } while (unit);
}

static __attribute__((noinline)) void callback(struct asyncc_unit *unit)
{
    unit->flags &= ~(uint32_t)ASYNCC_CALLBACK;
    asyncc_context.current = NULL;
    if (asyncc_unit_role(unit) == ASYNCC_TASK)
        asyncc_task_callback(unit);
    else if (asyncc_unit_role(unit) == ASYNCC_CHILD)
        asyncc_gather_callback(unit);
    else if (unit->function == &asyncc_watch_function)
        asyncc_watch_callback((struct asyncc_watch *)unit);
    else
        asyncc_due_run((struct asyncc_due *)unit);
}

/* A callback, or a unit with a cancel to deliver: one that has not begun never runs. */
static __attribute__((noinline)) void run_other(struct asyncc_thread *thread, struct asyncc_unit *unit)
{
    if (unit->flags & ASYNCC_CALLBACK)
        callback(unit);
    else if (asyncc_unit_begun(unit))
        step(thread, unit);
    else
        end(thread, unit, ASYNCC_CANCELLED);
}

static inline void run(struct asyncc_thread *thread, struct asyncc_unit *unit)
{
    if (__builtin_expect(unit->flags & (ASYNCC_CALLBACK | ASYNCC_CANCEL), 0))
        run_other(thread, unit);
    else
        step(thread, unit);
}

/* Lets in the timers that are due by the given look at the clock. */
static inline void let_in(struct asyncc_thread *thread, uint64_t (*look)(const struct asyncc_thread *))
{
    if (thread->next_deadline != ASYNCC_NEVER && thread->next_deadline <= look(thread))
        asyncc_due_collect(asyncc_clock_now(thread));
}

/* What is ready now is one turn; timers that became due meanwhile are part of it. */
static inline struct asyncc_unit *begin_turn(struct asyncc_thread *thread)
{
    let_in(thread, asyncc_clock_glance);
    *asyncc_context.ready = NULL;
    asyncc_context.ready = &thread->head;
    return thread->head;
}

static inline __attribute__((always_inline)) void run_turns_as(struct asyncc_thread *thread, unsigned steps, int debug)
{
    struct asyncc_unit *turn = thread->turn;
    while (steps--) {
        if (!turn && !(turn = begin_turn(thread)))
            break;
        struct asyncc_unit *unit = turn;
        turn = unit->wait.next;
        if (debug)
            asyncc_debug_begin(unit);
        run(thread, unit);
        if (debug)
            asyncc_debug_end();
        if (!turn && thread->stopping)
            break;
    }
    thread->turn = turn;
}

static void run_turns(struct asyncc_thread *thread, unsigned steps)
{
    run_turns_as(thread, steps, 0);
}

static __attribute__((noinline)) void run_turns_in_debug_mode(struct asyncc_thread *thread, unsigned steps)
{
    run_turns_as(thread, steps, 1);
}

void asyncc_drain(unsigned steps)
{
    struct asyncc_thread *thread = &asyncc_thread;
    void (*on_ready)(void) = thread->on_ready;
    asyncc_thread_init(thread);
    thread->on_ready = NULL;
    thread->draining = 1;
    asyncc_context.stack = (size_t)__builtin_frame_address(0) - ASYNCC_STACK / 2;
    if (!thread->clock_virtual) /* even amid a turn, which may be long */
        let_in(thread, asyncc_clock_now);
    if (__builtin_expect(thread->debug, 0))
        run_turns_in_debug_mode(thread, steps);
    else
        run_turns(thread, steps);
    asyncc_context.current = NULL;
    thread->draining = 0;
    thread->on_ready = on_ready;
}
