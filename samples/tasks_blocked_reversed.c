/*
 * The same blocking sleep, but task B is started first: its 2 seconds run while task A blocks.
 * Takes 2 seconds. (If you understand why, you understand the event loop.)
 */
#include <asyncc.h>
#include <stdio.h>
#include <unistd.h>

static async const char *task_a(void)
{
    puts("Task A starts");
    sleep(1); /* 1 s, BLOCKING */
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
    await gather(b = task_b(), a = task_a());
    printf("Executed in %.2f seconds\n", async_time() - start);
    printf("['%s', '%s']\n", b, a);
    return 0;
}
