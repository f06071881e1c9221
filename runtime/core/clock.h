/*
 * clock.h - the clock that deadlines are kept in, in nanoseconds.
 */
#ifndef ASYNCC_CORE_CLOCK_H
#define ASYNCC_CORE_CLOCK_H

#include "thread.h"

#include <stdint.h>

/* Now: the system's monotonic clock, or the virtual one. */
uint64_t asyncc_clock_now(const struct asyncc_thread *thread);

/* Now or some milliseconds ago, whatever costs least. */
uint64_t asyncc_clock_glance(const struct asyncc_thread *thread);

/* The deadline `seconds` from now; ASYNCC_NEVER if that is beyond some 290 years. Not a number counts as 0. */
uint64_t asyncc_clock_after(const struct asyncc_thread *thread, double seconds);

/* A new loop begins: the clock it is to use. */
void asyncc_clock_begin(struct asyncc_thread *thread);

/* Lets the virtual clock jump to the first deadline, if there is one that comes: 1 if it did. */
int asyncc_clock_jump(struct asyncc_thread *thread);

#endif
