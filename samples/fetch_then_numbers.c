/*
 * Example 6: the second task is created when the data is there. It prints its first number in the last
 * round that is run when main has ended.
 * Takes 2 seconds.
 */
#include <asyncc.h>
#include <stdio.h>

struct data {
    int value;
};

static async struct data fetch_data(void)
{
    puts("start fetching");
    await async_sleep(2);
    puts("done fetching");
    return (struct data){ 1 };
}

static async void print_numbers(void)
{
    for (int i = 0; i < 10; i++) {
        printf("%d\n", i);
        await async_sleep(0.5);
    }
}

async int main(void)
{
    task(struct data) task1 = create_task(fetch_data());
    struct data data = await join(task1);
    task(void) task2 = create_task(print_numbers());
    printf("{'data': %d}\n", data.value);
    task_unref(task2);
    return 0;
}
