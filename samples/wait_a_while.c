/*
 * async_wait: looking at tasks without being hurt by what becomes of them, for a while or until the first one ends.
 */
#include <asyncc.h>
#include <stdio.h>

static async int work(double seconds)
{
    await async_sleep(seconds);
    return (int)seconds;
}

async int main(void)
{
    task(int) tasks[] = { create_task(work(1)), create_task(work(2)), create_task(work(30)) };
    printf("%d ended at first\n", await async_wait(tasks, 3, ASYNC_FIRST_COMPLETED));
    printf("%d ended after 5 seconds\n", await async_wait_timeout(tasks, 3, ASYNC_ALL_COMPLETED, 5));
    task_cancel(tasks[2]);
    printf("%d ended\n", await async_wait(tasks, 3, ASYNC_ALL_COMPLETED));
    for (int i = 0; i < 3; i++) {
        printf("task %d was %s\n", i, task_status(tasks[i]) == 0 ? "finished" : "cancelled");
        task_unref(tasks[i]);
    }
    return 0;
}
