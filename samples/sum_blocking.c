/*
 * Sums, case 2: async done wrong. POSIX sleep() blocks the loop, so the other task gets no turn; asyncc
 * warns about it (-Wblocking-call).
 * Takes 5 seconds, like the serial program.
 */
#include <asyncc.h>
#include <stdio.h>
#include <unistd.h>

static double start;

static async void pause_1s(void)
{
    printf("Time: %.2f\n", async_time() - start);
    sleep(1);
}

static async void sum(const char *name, const int *numbers, int count)
{
    int total = 0;
    for (int i = 0; i < count; i++) {
        printf("Task %s: Computing %d+%d\n", name, total, numbers[i]);
        await pause_1s();
        total += numbers[i];
    }
    printf("Task %s: Sum = %d\n\n", name, total);
}

async int main(void)
{
    static const int a[] = { 1, 2 }, b[] = { 1, 2, 3 };

    start = async_time();
    task(void) tasks[] = {
        create_task(sum("A", a, 2)),
        create_task(sum("B", b, 3)),
    };
    await async_wait(tasks, 2, ASYNC_ALL_COMPLETED);
    task_unref(tasks[0]);
    task_unref(tasks[1]);
    printf("Time: %.2f sec\n", async_time() - start);
    return 0;
}
