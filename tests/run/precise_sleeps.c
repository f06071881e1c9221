/* no elision */
/*
 * Sleeps are never early; of many short ones, also behind a longer one, the best is less than half a millisecond late, which
 * timers of whole milliseconds are not, however idle the machine is.
 */
#include <asyncc.h>
#include <stdio.h>

enum { ROUNDS = 200 };

static double best;

static async void late_by(double seconds)
{
    double began = async_time();
    await async_sleep(seconds);
    double late = async_time() - began - seconds;
    if (late < 0)
        printf("early by %g\n", -late);
    best = late < best ? late : best;
}

static async void measure(double seconds, int rounds)
{
    best = 1;
    for (int i = 0; i < rounds; i++)
        await late_by(seconds);
    if (best > 0.0005)
        printf("%g: %g late at best\n", seconds, best);
}

static async void all(void)
{
    await measure(1e-9, ROUNDS);
    await measure(0.0001, ROUNDS);
    await measure(0.0013, ROUNDS);
    await measure(0.0077, ROUNDS / 4);
    await timeout(10, measure(0.0004, ROUNDS));
    puts("as precise as can be");
}

int main(void)
{
    async_clock_set_virtual(0);
    async_run(all());
    return 0;
}
