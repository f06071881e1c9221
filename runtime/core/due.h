/*
 * due.h - the thread's timers: arming them, and what happens when they are due.
 */
#ifndef ASYNCC_CORE_DUE_H
#define ASYNCC_CORE_DUE_H

#include "thread.h"

/* The timers, apart from the thread's other state, since they take 7 KiB. */
extern _Thread_local struct asyncc_timers asyncc_thread_timers __attribute__((visibility("hidden")));

/* Arms a timer, which is in no list and whose unit and kind are set. */
void asyncc_timer_arm(struct asyncc_timer *timer, uint64_t deadline);

/* The same for one that is due at once: it enters the ready queue here and now. */
void asyncc_timer_arm_now(struct asyncc_timer *timer);

/* Arms one that calls a function when it is due; its unit is set to the current one. */
void asyncc_call_timer_arm(struct asyncc_call_timer *timer, uint64_t deadline,
                           void (*call)(struct asyncc_call_timer *timer));

/* Nothing happens if it is not armed. */
void asyncc_timer_disarm(struct asyncc_timer *timer);

/* Puts the timers with deadlines up to `now` into the ready queue. */
void asyncc_due_collect(uint64_t now);

#endif
