/*
 * serial.c - what a serial program can be linked with in place of the runtime: awaitables that do nothing but move the
 * clock on, as the virtual clock would when there is one task.
 */
#include <asyncc.h>

#include <stdint.h>

static double now;

void async_sleep(double seconds)
{
    if (seconds > 0)
        now += seconds;
}

void async_yield(void)
{
}

double async_time(void)
{
    return now;
}

uint64_t async_hrtime(void)
{
    return (uint64_t)(now * 1e9 + 0.5);
}

void async_clock_advance(double seconds)
{
    now += seconds;
}
