/*
 * The same with create_task: the tasks begin when main first awaits, after its other work.
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
    double start = async_time();

    task(const char *) a = create_task(task_a());
    puts("Task A created...");
    task(const char *) b = create_task(task_b());
    puts("Task B created...");

    puts("Do other work here...");

    const char *result_a = await join(a);
    const char *result_b = await join(b);
    printf("Executed in %.2f seconds\n", async_time() - start);
    printf("['%s', '%s']\n", result_a, result_b);
    return 0;
}
