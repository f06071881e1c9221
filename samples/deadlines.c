/*
 * Deadlines inside deadlines: a limit for each step, and one for the whole, which always wins. What was cancelled has
 * cleaned up before the limit is reported.
 */
#include <asyncc.h>
#include <stdio.h>

static async int step(int number, double seconds)
{
    defer printf("step %d has cleaned up\n", number);
    await async_sleep(seconds);
    return number;
}

static async int whole(void)
{
    int done = 0;
    for (int i = 1; i <= 5; i++)
        if (await timeout(1, done = step(i, i == 2 ? 5 : 0.75)) != 0)
            printf("step %d took too long\n", i);
    return done;
}

async int main(void)
{
    int done = -1;
    if (await timeout(3, done = whole()) != 0)
        printf("the whole took too long\n");
    printf("%d\n", done);
    return 0;
}
