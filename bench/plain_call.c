/*
 * plain_call.c - a plain call, the unit that awaits, switches and tasks are measured in.
 *
 * The function does as little as one can that might do something rare: one test, which never comes true, and one
 * addition. Each call's argument is the result of the one before, so that no call can overlap the next, and the other
 * one is not always the same, so that compilers do not make a function for that.
 */
#include "plain_call.h"

#include "bench.h"
#include "other.h"

static NOINLINE int plain_step(int x, int y)
{
    if (x < 0)
        other_rare();
    return x + y;
}

long plain_calls(long count)
{
    int sum = 0;
    for (long i = 0; i < count; i++)
        sum = plain_step(sum, (int)i & 1);
    return sum;
}
