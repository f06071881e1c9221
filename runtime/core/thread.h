/*
 * thread.h - what the runtime keeps for each thread, and the ready queue.
 *
 * The ready queue is a list through wait.next: push at the tail, pop at the head, nothing is ever taken
 * out of its middle. What is in it must therefore stay in memory until it is popped.
 *
 * A *turn* is what was ready when it began, as one iteration of asyncio's loop; `turn_end` is its last
 * entry, NULL between turns. Timers that are due enter the queue between turns.
 */
#ifndef ASYNCC_CORE_THREAD_H
#define ASYNCC_CORE_THREAD_H

#include "timers.h"
#include "unit.h"

struct asyncc_pool;
struct asyncc_loop;

struct asyncc_thread {
    struct asyncc_unit *current; /* being stepped; NULL outside of tasks */
    struct asyncc_unit *pending; /* made by a natural function, not yet started */
    struct asyncc_unit *head, *tail;
    struct asyncc_unit *turn_end;
    struct asyncc_unit *trampoline; /* a callee that the scheduler is to step, the stack being deep */
    char *stack;                    /* where the scheduler's frame is */
    struct asyncc_loop *loop;       /* the loop layer's; NULL when the thread has no loop */
    void (*on_ready)(void);         /* the loop layer's: something became ready outside of a drain; or NULL */
    uint32_t serial;                /* of the next unit */
    uint32_t tasks;                 /* that have not ended */
    uint32_t left;                  /* those of them that have LEFT */
    size_t live;                    /* units that are not released */
    unsigned char draining;         /* inside asyncc_drain */
    unsigned char stopping;         /* the main task's end was seen: stop after this turn */
    unsigned char no_memory;        /* some call or task could not be made */
    unsigned char clock_virtual;
    uint64_t now;                   /* of the virtual clock */
    uint64_t random;                /* state of asyncc_suspend's coin; 0 before its first use */
    struct asyncc_timers timers;
    struct asyncc_due due;          /* the timers that are due in this turn */
};

extern _Thread_local struct asyncc_thread asyncc_thread __attribute__((visibility("hidden")));

/* Puts the unit at the tail of the ready queue. */
static inline void asyncc_push(struct asyncc_thread *thread, struct asyncc_unit *unit)
{
    unit->wait.next = NULL;
    unit->flags = (unit->flags & ~(uint32_t)ASYNCC_KIND) | ASYNCC_QUEUED;
    if (__builtin_expect(thread->head != NULL, 1)) {
        thread->tail->wait.next = unit;
        thread->tail = unit;
        return;
    }
    thread->head = thread->tail = unit;
    if (!thread->draining && thread->on_ready)
        thread->on_ready();
}

/* Queues what is not to be stepped but handled: an ended task or child, a list of due timers. */
static inline void asyncc_push_callback(struct asyncc_thread *thread, struct asyncc_unit *unit)
{
    unit->flags |= ASYNCC_CALLBACK;
    asyncc_push(thread, unit);
}

/* Takes the unit that a natural function left, NULL if there was no memory for it. */
static inline struct asyncc_unit *asyncc_take_pending(struct asyncc_thread *thread)
{
    struct asyncc_unit *unit = thread->pending;
    thread->pending = NULL;
    if (__builtin_expect(!unit, 0))
        thread->no_memory = 1;
    return unit;
}

/*
 * Runs what is ready: at most `steps` entries, and no further than the end of the turn in which the main
 * task's end was seen. First it lets in the timers that are due.
 */
void asyncc_drain(unsigned steps);

/* Whether the loop is to stop now: the turn after the main task's end is over. */
static inline int asyncc_stopped(const struct asyncc_thread *thread)
{
    return thread->stopping && !thread->turn_end;
}

#endif
