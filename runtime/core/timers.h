/*
 * timers.h - the timers of a thread, in the order of their deadlines.
 *
 * Two structures share the work. Timers are usually made with few different durations, so most deadlines
 * come in ascending order: those stand in `line`, a list where both ends cost O(1). One that is earlier
 * than the end of the line goes into a pairing heap (Fredman, Sedgewick, Sleator, Tarjan 1986): O(1) to
 * insert, amortised O(log n) to remove anywhere. The first timer is the earlier of the two firsts.
 *
 * A timer that is due leaves both for a list of due timers, a ready-queue entry that stands for all of
 * them: in asyncio each would be an entry of its own, one behind the other. It stays removable there.
 */
#ifndef ASYNCC_CORE_TIMERS_H
#define ASYNCC_CORE_TIMERS_H

#include <asyncc/abi.h>

/* A deadline that never comes. */
#define ASYNCC_NEVER UINT64_MAX

/* struct asyncc_timer's kind: where it is, and what it does when it is due. */
enum {
    ASYNCC_TIMER_IDLE = 0,
    ASYNCC_TIMER_IN_HEAP = 1,
    ASYNCC_TIMER_IN_LIST = 2, /* circular, through next and previous: the line, or a due list */
    ASYNCC_TIMER_PLACE = 3,
    ASYNCC_TIMER_TIMEOUT = 4  /* it is a struct asyncc_timeout's; otherwise it wakes its unit */
};

struct asyncc_timers {
    struct asyncc_timer *root; /* of the heap: previous and next are NULL */
    struct asyncc_timer line;  /* list head; line.next is NULL before the first use */
    uint32_t serial;
};

/* A ready-queue entry that stands for a list of due timers. */
struct asyncc_due {
    struct asyncc_unit unit;
    struct asyncc_timer list; /* list head; list.next is NULL before the first use */
};

/* Whether a is before b. */
static inline int asyncc_timer_before(const struct asyncc_timer *a, const struct asyncc_timer *b)
{
    if (a->deadline != b->deadline)
        return a->deadline < b->deadline;
    return (int32_t)(a->serial - b->serial) < 0;
}

/* Arms the timer, whose unit and TIMEOUT flag are set and which is in no list. */
void asyncc_timers_insert(struct asyncc_timers *timers, struct asyncc_timer *timer, uint64_t deadline);

/* Takes the timer out of wherever it is; nothing happens if it is nowhere. */
void asyncc_timers_remove(struct asyncc_timers *timers, struct asyncc_timer *timer);

/* The first timer, NULL when there is none. */
struct asyncc_timer *asyncc_timers_first(const struct asyncc_timers *timers);

/* Appends the timer, which is in no list, to a due list. */
void asyncc_due_append(struct asyncc_due *due, struct asyncc_timer *timer);

/*
 * Moves the timers with a deadline of `now` or before into the thread's due list, and that into the ready
 * queue.
 */
void asyncc_due_collect(uint64_t now);

/* Queues a due list of its own for a timer that is due at once. Without memory the timer is armed for now. */
void asyncc_due_soon(struct asyncc_timer *timer);

/* Handles a due list that was popped: wakes, and fires timeouts. */
void asyncc_due_run(struct asyncc_due *due);

#endif
