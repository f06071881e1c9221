/*
 * schedule.c - the scheduler: takes entries from the ready queue and steps them.
 *
 * An entry with CALLBACK is no step of an async function: it is the ended main task, an ended child of a gather, or what
 * is no unit of these and has its callback as its step: the watch of an ended task, a list of due timers. Each stands
 * for a callback that asyncio would have put there.
 */
#include "check.h"
#include "clock.h"
#include "debug.h"
#include "due.h"
#include "extra.h"
#include "gather.h"
#include "item.h"
#include "pool.h"
#include "task.h"

/* It has ended, and is more than a task without anything special, or a callee. */
static __attribute__((noinline)) void end_specially(struct asyncc_thread *thread, struct asyncc_unit *unit)
{
    if (asyncc_unit_take_cancel(unit)) /* never delivered: as CPython's __step has it */
        unit->flags |= ASYNCC_WAS_CANCELLED;
    if (unit->flags & ASYNCC_EXTRA)
        asyncc_extra_end(unit);
    if (asyncc_item_is_future(unit)) { /* its turn was that of a callback */
        asyncc_context.current = NULL;
        asyncc_gather_callback(unit);
        return;
    }
    if (asyncc_unit_role(unit) == ASYNCC_TASK)
        asyncc_task_end_specially(thread, unit);
    else
        asyncc_push_callback(thread, unit);
}

/*
 * The unit's step function has returned. The value is the unit to go on with at once: awaiting a call is not
 * a matter of the queue.
 */
static ASYNCC_INLINE struct asyncc_unit *end(struct asyncc_thread *thread, struct asyncc_unit *unit, asyncc_status status)
{
    uint32_t cancelled = (uint32_t)status * (ASYNCC_WAS_CANCELLED / ASYNCC_CANCELLED); /* it is one or ASYNCC_DONE */
    uint32_t flags = unit->flags | ASYNCC_ENDED | cancelled;
    unit->flags = flags;
    if (__builtin_expect((flags & (ASYNCC_ROLE | ASYNCC_ENDS_SPECIALLY)) == ASYNCC_TASK, 1)) {
        asyncc_task_end(thread, unit, flags);
        return NULL;
    }
    if ((flags & ASYNCC_ROLE) == ASYNCC_CALLEE) {
        struct asyncc_unit *owner = unit->owner;
        owner->flags &= ~(uint32_t)ASYNCC_KIND;
        return owner;
    }
    end_specially(thread, unit);
    return NULL;
}

/* Steps the unit once. The value is the unit to go on with without waiting for its turn, or NULL. */
static ASYNCC_INLINE struct asyncc_unit *step_once(struct asyncc_thread *thread, struct asyncc_unit *unit)
{
    asyncc_context.current = unit;
    asyncc_status status = unit->function->step(unit);
    if (__builtin_expect(status != ASYNCC_PENDING, 0))
        return end(thread, unit, status);
    unit = thread->trampoline;
    if (__builtin_expect(unit != NULL, 0))
        thread->trampoline = NULL;
    return unit;
}

static __attribute__((noinline)) void step_on(struct asyncc_thread *thread, struct asyncc_unit *unit)
{
    while (unit)
        unit = step_once(thread, unit);
}

static ASYNCC_INLINE void step(struct asyncc_thread *thread, struct asyncc_unit *unit)
{
    unit = step_once(thread, unit);
    if (__builtin_expect(unit != NULL, 0))
        step_on(thread, unit);
}

static __attribute__((noinline)) void callback(struct asyncc_unit *unit)
{
    unit->flags &= ~(uint32_t)ASYNCC_CALLBACK;
    asyncc_context.current = NULL;
    if (asyncc_unit_role(unit) == ASYNCC_TASK)
        asyncc_task_callback(unit);
    else if (asyncc_unit_role(unit) == ASYNCC_CHILD)
        asyncc_gather_callback(unit);
    else
        unit->function->step(unit);
}

/* A callback, or a unit with a cancel to deliver, which if it has not begun never runs: 0 if it is to be stepped. */
static __attribute__((noinline)) int run_other(struct asyncc_thread *thread, struct asyncc_unit *unit)
{
    if (unit->flags & ASYNCC_CALLBACK) {
        callback(unit);
    } else if (asyncc_unit_begun(unit)) {
        return 0;
    } else {
        unit->flags |= ASYNCC_ENDED;
        end_specially(thread, unit);
    }
    return 1;
}

static ASYNCC_INLINE void run(struct asyncc_thread *thread, struct asyncc_unit *unit)
{
    if (__builtin_expect(!(unit->flags & (ASYNCC_CALLBACK | ASYNCC_CANCEL)), 1) || !run_other(thread, unit))
        step(thread, unit);
}

/* Lets in the timers that are due by the given look at the clock. */
static inline void let_in(struct asyncc_thread *thread, uint64_t (*look)(const struct asyncc_thread *))
{
    if (thread->next_deadline != ASYNCC_NEVER && thread->next_deadline <= look(thread))
        asyncc_due_collect(asyncc_clock_now(thread));
}

/* Timers that became due meanwhile are part of the next turn: 0 if there is to be none. */
static __attribute__((noinline)) int between_turns(struct asyncc_thread *thread)
{
    if (thread->stopping || thread->polling)
        return thread->polling = 0;
    let_in(thread, asyncc_clock_glance);
    thread->between = thread->next_deadline != ASYNCC_NEVER;
    return 1;
}

static ASYNCC_INLINE void run_turns_as(struct asyncc_thread *thread, unsigned steps, int debug)
{
    struct asyncc_unit *unit = thread->turn, *last = thread->turn_last;
    thread->steps += steps;
    while (steps--) {
        if (!unit) {
            if (asyncc_context.ready == &thread->head)
                break;
            unit = thread->head;
            last = (struct asyncc_unit *)asyncc_context.ready; /* `wait.next` is its first member */
            asyncc_context.ready = &thread->head;
            thread->turns++;
        }
        struct asyncc_unit *next = unit->wait.next;
        if (debug)
            asyncc_debug_begin(unit);
        run(thread, unit);
        if (debug)
            asyncc_debug_end();
        if (unit != last) {
            unit = next;
            continue;
        }
        unit = NULL;
        asyncc_check_turn(thread);
        if (__builtin_expect(thread->between, 0) && !between_turns(thread))
            break;
    }
    thread->steps -= steps + 1; /* those that were not taken */
    thread->turn = unit;
    thread->turn_last = last;
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
    __asm__("" : "+r"(thread)); /* else gcc works out the address again and again */
    void (*on_ready)(void) = thread->on_ready;
    asyncc_thread_init(thread);
    thread->on_ready = NULL;
    thread->draining = 1;
    char here; /* where the stack is: asking for the frame's address would cost a register */
    size_t stack = (size_t)&here - ASYNCC_STACK / 2;
    asyncc_context.stack = stack > thread->stack_floor ? stack : thread->stack_floor;
    if (!thread->clock_virtual || !thread->turn) /* even amid a turn, which may be long */
        let_in(thread, asyncc_clock_now);
    if (__builtin_expect(thread->debug, 0))
        run_turns_in_debug_mode(thread, steps);
    else
        run_turns(thread, steps);
    asyncc_context.current = NULL;
    asyncc_pool_tidy(thread);
    thread->draining = 0;
    thread->on_ready = on_ready;
}
