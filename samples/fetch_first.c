/*
 * Example 5: numbers are printed while the data is fetched; main ends with the data, and the other task
 * with main.
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
    task(void) task2 = create_task(print_numbers());
    struct data data = await join(task1);
    printf("{'data': %d}\n", data.value);
    task_unref(task2);
    return 0;
}
