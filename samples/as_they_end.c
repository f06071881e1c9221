/*
 * Results in the order in which they come, not in the order of the calls.
 */
#include <asyncc.h>
#include <asyncc/group.h>
#include <stdio.h>

static async int square(int n, double seconds)
{
    await async_sleep(seconds);
    return n * n;
}

async int main(void)
{
    task(int) tasks[] = { create_task(square(1, 3)), create_task(square(2, 1)), create_task(square(3, 2)) };
    struct async_completions completions;
    if (async_completions_init(&completions, tasks, 3) != 0)
        return 1;
    defer async_completions_deinit(&completions);
    for (int i; (i = await async_completions_next(&completions)) >= 0;)
        printf("task %d: %d\n", i, await join(tasks[i]));
    return 0;
}
