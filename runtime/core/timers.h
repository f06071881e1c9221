/*
 * timers.h - the armed timers of a thread: a hierarchical timing wheel (Varghese, Lauck 1987), exact to the
 * nanosecond.
 *
 * A deadline is seen as 13 digits of 5 bits. A timer stands at the level of the highest digit in which its
 * deadline differs from `base`, in the slot of that digit; so level 0 has the 32 nanoseconds around base, and
 * each further one reaches 32 times as far. As time goes on base follows, and the slots that it enters are
 * distributed over the levels below. A timer is moved at most once a level, in lists whose order is that of
 * insertion, that is mostly of memory. Arming and disarming cost O(1).
 *
 * Of equal deadlines the one inserted first stays first: it can only be in the same slot as a later one, or
 * ahead of it on the way down.
 */
#ifndef ASYNCC_CORE_TIMERS_H
#define ASYNCC_CORE_TIMERS_H

#include <asyncc/abi.h>

#include <stdint.h>

/* A deadline that never comes. */
#define ASYNCC_NEVER UINT64_MAX

/* struct asyncc_timer's kind. */
enum {
    ASYNCC_TIMER_ARMED = 1,   /* it is in a list: of the wheel, or of due timers */
    ASYNCC_TIMER_TIMEOUT = 2, /* it is a struct asyncc_timeout's */
    ASYNCC_TIMER_CALL = 4     /* it is a struct asyncc_call_timer's; otherwise it wakes its unit */
};

enum { ASYNCC_TIMER_BITS = 5, ASYNCC_TIMER_LEVELS = 13, ASYNCC_TIMER_SLOTS = 1 << ASYNCC_TIMER_BITS };

struct asyncc_timers {
    uint64_t base;                      /* no deadline is before it */
    uint32_t levels;                    /* a bit for each that has timers */
    uint32_t used[ASYNCC_TIMER_LEVELS]; /* a bit for each slot that has timers; the others' lists are not valid */
    size_t endless;                     /* armed timers that never come due; they are in no list */
    struct asyncc_timer_links slots[ASYNCC_TIMER_LEVELS][ASYNCC_TIMER_SLOTS];
};

/* The level and the slot where a timer with the deadline stands. */
static inline void asyncc_timers_place(const struct asyncc_timers *timers, uint64_t deadline, unsigned *level,
                                       unsigned *slot)
{
    uint64_t difference = deadline ^ timers->base;
    *level = (63 - (unsigned)__builtin_clzll(difference | 1)) / ASYNCC_TIMER_BITS;
    *slot = deadline >> *level * ASYNCC_TIMER_BITS & (ASYNCC_TIMER_SLOTS - 1);
}

/* Empties a list of timers. */
static inline void asyncc_timer_list_init(struct asyncc_timer_links *list)
{
    list->next = list->previous = list;
}

/* Appends a timer, which is in no list. */
static inline void asyncc_timer_list_append(struct asyncc_timer_links *list, struct asyncc_timer *timer)
{
    timer->links.next = list;
    timer->links.previous = list->previous;
    list->previous->next = &timer->links;
    list->previous = &timer->links;
    timer->kind |= ASYNCC_TIMER_ARMED;
}

/* Whether any timer is armed, endless ones included. */
static inline int asyncc_timers_any(const struct asyncc_timers *timers)
{
    return timers->levels || timers->endless;
}

/* There must be no timers; time goes on from `now`, which may be before what it was. */
void asyncc_timers_begin(struct asyncc_timers *timers, uint64_t now);

/* Arms the timer, which is in no list and whose kind is set. A deadline in the past is due at once. */
void asyncc_timers_insert(struct asyncc_timers *timers, struct asyncc_timer *timer, uint64_t deadline);

/* Takes the timer out of whatever list it is in; nothing happens if it is not armed. */
void asyncc_timers_remove(struct asyncc_timers *timers, struct asyncc_timer *timer);

/* Moves the timers with deadlines up to `now` to the end of a list, in order: whether there were any. */
int asyncc_timers_collect(struct asyncc_timers *timers, uint64_t now, struct asyncc_timer_links *due);

/*
 * The first deadline; ASYNCC_NEVER when there is none. When more than `patience` timers would have to be looked
 * at, a time before it, but after base, instead.
 */
uint64_t asyncc_timers_next(const struct asyncc_timers *timers, size_t patience);

#endif
