/*
 * alarm.h - waking a loop at a deadline more precisely than by a timer of libuv's, which knows whole milliseconds.
 */
#ifndef ASYNCC_LOOP_ALARM_H
#define ASYNCC_LOOP_ALARM_H

#include "loop.h"

/* Whether the loop can be woken so, as far as is known: there is an alarm, or none was asked for so far. */
int asyncc_alarm_is_likely(const struct asyncc_loop *loop);

/* Wakes the loop's poll at the deadline, instead of whatever was before; it keeps nothing alive. Where it cannot be had: nothing. */
void asyncc_alarm_set(struct asyncc_loop *loop, uint64_t deadline);

#endif
