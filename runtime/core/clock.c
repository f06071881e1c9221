/*
 * clock.c - the monotonic clock and the virtual one.
 *
 * The virtual clock stands still while tasks run. A jump ends a microsecond after the deadline: the wait of
 * a real loop is never over exactly on time either, and programs depend on it. When one task sleeps for 2
 * seconds and another for half a second four times over, all on the dot, the first must win.
 */
#define _GNU_SOURCE
#include "clock.h"

#include "due.h"
#include "pool.h"
#include "serial.h"

#include <asyncc.h>

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define NANOSECONDS 1000000000u
#define LATENESS 1000 /* nanoseconds */

static atomic_int wants_virtual = -1; /* -1: as the environment says */

static uint64_t read_clock(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return (uint64_t)now.tv_sec * NANOSECONDS + (uint64_t)now.tv_nsec;
}

uint64_t asyncc_clock_now(const struct asyncc_thread *thread)
{
    return thread->clock_virtual ? thread->now : read_clock(CLOCK_MONOTONIC);
}

uint64_t asyncc_clock_glance(const struct asyncc_thread *thread)
{
#ifdef CLOCK_MONOTONIC_COARSE
    return thread->clock_virtual ? thread->now : read_clock(CLOCK_MONOTONIC_COARSE);
#else
    return asyncc_clock_now(thread);
#endif
}

uint64_t asyncc_clock_after(const struct asyncc_thread *thread, double seconds)
{
    uint64_t now = asyncc_clock_now(thread);
    if (!(seconds > 0))
        return now;
    if (seconds >= 9.2e9)
        return ASYNCC_NEVER;
    uint64_t deadline = now + (uint64_t)(seconds * NANOSECONDS + 0.5);
    return deadline < now ? ASYNCC_NEVER : deadline;
}

static int is_virtual(void)
{
    int wanted = atomic_load(&wants_virtual);
    if (wanted >= 0)
        return wanted;
    const char *value = getenv("ASYNCC_CLOCK");
    return value && strcmp(value, "virtual") == 0;
}

void asyncc_clock_begin(struct asyncc_thread *thread)
{
    thread->clock_virtual = is_virtual() != 0;
    if (thread->clock_virtual && thread->now == 0)
        thread->now = NANOSECONDS;
    asyncc_timers_begin(&asyncc_thread_timers, asyncc_clock_now(thread));
    thread->next_deadline = ASYNCC_NEVER;
}

int asyncc_clock_jump(struct asyncc_thread *thread)
{
    uint64_t first = asyncc_timers_next(&asyncc_thread_timers, SIZE_MAX);
    if (first == ASYNCC_NEVER)
        return 0;
    if (first >= thread->now + NANOSECONDS && asyncc_pool_may_settle(thread)) /* as of the other clock after a second */
        asyncc_pool_settle();
    if (first > thread->now)
        thread->now = first + LATENESS;
    return 1;
}

void async_clock_set_virtual(int on)
{
    atomic_store(&wants_virtual, on != 0);
}

void async_clock_advance(double seconds)
{
    struct asyncc_thread *thread = &asyncc_thread;
    asyncc_serial_begin();
    if (thread->clock_virtual)
        thread->now = asyncc_clock_after(thread, seconds);
}

double async_time(void)
{
    return (double)async_hrtime() / NANOSECONDS;
}

uint64_t async_hrtime(void)
{
    asyncc_serial_begin();
    return asyncc_clock_now(&asyncc_thread);
}
