/*
 * Two tasks at once by gather, and their results.
 * Takes 2 seconds.
 */
#include <asyncc.h>
#include <stdio.h>

static async const char *task_a(void)
{
    puts("Task A starts");
    await async_sleep(1); /* 1 s, not blocking */
    puts("Task A ends");
    return "A1";
}

static async const char *task_b(void)
{
    puts("Task B starts");
    await async_sleep(2); /* 2 s, not blocking */
    puts("Task B ends");
    return "B2";
}

async int main(void)
{
    const char *a, *b;
    double start = async_time();
    await gather(a = task_a(), b = task_b());
    printf("Executed in %.2f seconds\n", async_time() - start);
    printf("['%s', '%s']\n", a, b);
    return 0;
}
