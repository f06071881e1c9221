/*
 * thread.h - what the runtime keeps for each thread beside asyncc_context, and the ready queue.
 *
 * The ready queue is a list through wait.next; asyncc_context.ready is its last link. A *turn* is what was ready when
 * it began, as one iteration of asyncio's loop: the whole list then becomes `turn` and is run from its front, while
 * what gets ready meanwhile forms the next list. Timers that are due enter between turns. Nothing is ever taken out of
 * the middle of the queue: what is in it must stay in memory until it has come out.
 */
#ifndef ASYNCC_CORE_THREAD_H
#define ASYNCC_CORE_THREAD_H

#include "timers.h"
#include "unit.h"

struct asyncc_pool;
struct asyncc_loop;

struct asyncc_thread {
    struct asyncc_unit *head;       /* ready for the next turn, up to the link that asyncc_context.ready points to */
    struct asyncc_unit *turn;       /* left of this turn, NULL if it is over; out of date inside asyncc_drain */
    struct asyncc_unit *turn_last;  /* its last one, if it is not over */
    struct asyncc_unit *trampoline; /* a callee that the scheduler is to step, the stack being deep */
    struct asyncc_loop *loop;       /* the loop layer's; NULL when the thread has no loop */
    void (*on_ready)(void);         /* the loop layer's: something got ready outside of a drain; or NULL */
    void (*on_step)(void);          /* the loop layer's, in debug mode: a step is over; or NULL */
    uint32_t serial;                /* of the next unit */
    uint32_t left;                  /* tasks that have LEFT and have not ended */
    size_t live;                    /* while there is no loop: units not released, without those made since */
    unsigned char draining;         /* inside asyncc_drain */
    unsigned char stopping;         /* the main task's end was seen: stop after this turn; see asyncc_stop */
    unsigned char between;          /* between turns there may be something to do: to stop, to let timers in */
    unsigned char no_memory;        /* some call or task could not be made */
    unsigned char refused;          /* the last one, which nobody has asked for yet */
    unsigned char clock_virtual;
    unsigned char extras; /* see extra.h */
    unsigned char debug;  /* debug mode */
    unsigned char stack_asked;
    unsigned char polling;             /* what is ready is to wait until libuv was polled */
    int budget;                        /* see budget.h, also for these two */
    const struct asyncc_unit *spender; /* who used it up */
    uint64_t spent_turn;               /* in this turn */
    uint64_t turns;                    /* that have begun */
    uint64_t next_deadline;            /* no timer is due before that */
    uint64_t steps;                    /* that were taken, but for those of this drain */
    uint64_t tidy_at;                  /* so many steps; see asyncc_pool_tidy */
    uint64_t now;                      /* of the virtual clock */
    uint64_t random;                   /* state of asyncc_suspend's coin; 0 before its first use */
    size_t stack_floor;                /* calls are not entered below it; 0: there is room enough, or nobody knows */
    size_t stack_lowest;               /* the lowest address of the thread's stack, once that was asked for; 0: not known */
};

extern _Thread_local struct asyncc_thread asyncc_thread ASYNCC_HOT_TLS __attribute__((visibility("hidden")));

/* As asyncc_push_inside, which is for asyncc_drain, but anywhere: the unit's kind is RUNNABLE. */
static inline void asyncc_push(struct asyncc_thread *thread, struct asyncc_unit *unit)
{
    asyncc_push_inside(unit);
    if (__builtin_expect(thread->on_ready != NULL, 0))
        thread->on_ready();
}

/* The unit waits no longer: queues it. */
static inline void asyncc_wake(struct asyncc_thread *thread, struct asyncc_unit *unit)
{
    unit->flags &= ~(uint32_t)ASYNCC_KIND;
    asyncc_push(thread, unit);
}

/* Queues what is not to be stepped but handled: an ended task or child, a list of due timers. */
static inline void asyncc_push_callback(struct asyncc_thread *thread, struct asyncc_unit *unit)
{
    unit->flags |= ASYNCC_CALLBACK;
    asyncc_push(thread, unit);
}

/* The loop is to stop after this turn. */
static inline void asyncc_stop(struct asyncc_thread *thread)
{
    thread->stopping = 1;
    thread->between = 1;
}

/* After this turn libuv is to be polled, though there may be more to run. */
static inline void asyncc_poll(struct asyncc_thread *thread)
{
    thread->polling = 1;
    thread->between = 1;
}

/* There is no unit: there was no memory for it, or what was called is no async function, which is fatal. */
void asyncc_nothing_pending(const void *operation, const char *where) __attribute__((cold));

/*
 * Takes the unit that a natural function left, NULL if there was no memory for it. If it was called by an await its
 * operation is given, and the place in the text if that is known: see asyncc_no_unit.
 */
static inline struct asyncc_unit *asyncc_take_pending(const void *operation, const char *where)
{
    struct asyncc_unit *unit = asyncc_context.pending;
    asyncc_context.pending = NULL;
    if (__builtin_expect(!unit, 0))
        asyncc_nothing_pending(operation, where);
    return unit;
}

/* Prepares the thread's state for its first unit. */
static inline void asyncc_thread_init(struct asyncc_thread *thread)
{
    if (!asyncc_context.ready)
        asyncc_context.ready = &thread->head;
}

/*
 * The thread's loop begins: half of the stack that is left from here on is for calls that nest, the other half for what
 * the innermost one calls. More than ASYNCC_STACK / 2 is never taken.
 */
void asyncc_thread_measure_stack(struct asyncc_thread *thread);

/*
 * Runs what is ready: at most `steps` entries, and no further than the end of the turn in which the main
 * task's end was seen. First it lets in the timers that are due.
 */
void asyncc_drain(unsigned steps);

/* Whether anything is. */
static inline int asyncc_ready(const struct asyncc_thread *thread)
{
    return thread->turn || (asyncc_context.ready && asyncc_context.ready != &thread->head);
}

/* Whether the loop is to stop now: the turn after the main task's end is over. */
static inline int asyncc_stopped(const struct asyncc_thread *thread)
{
    return thread->stopping && !thread->turn;
}

#endif
