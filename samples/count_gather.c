/*
 * Counting three times, at once: while one count sleeps, the others get their turn.
 * Takes 3 seconds.
 */
#include <asyncc.h>
#include <stdio.h>

static async void count(void)
{
    await async_sleep(1);
    puts("1");
    await async_sleep(1);
    puts("2");
    await async_sleep(1);
    puts("3");
}

async int main(void)
{
    double start = async_time();
    await gather(count(), count(), count());
    printf("Total time elapsed: %.2f seconds\n", async_time() - start);
    return 0;
}
