/*
 * create_task returns at once; the second task is created 3 seconds after the first, and each takes 4.
 * Takes 7 seconds.
 */
#include <asyncc.h>
#include <stdio.h>

static async void hello(int i)
{
    printf("hello %d started\n", i);
    await async_sleep(4);
    printf("hello %d done\n", i);
}

async int main(void)
{
    task(void) task1 = create_task(hello(1));
    await async_sleep(3);
    task(void) task2 = create_task(hello(2));
    await join(task1);
    await join(task2);
    return 0;
}
