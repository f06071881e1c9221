/*
 * Example 4: the task would take 10 seconds, but the program ends with main.
 * Takes 1 second.
 */
#include <asyncc.h>
#include <stdio.h>

static async void foo(const char *text)
{
    puts(text);
    await async_sleep(10);
}

async int main(void)
{
    puts("hello");
    task(void) t = create_task(foo("text"));
    await async_sleep(1);
    puts("finished");
    task_unref(t);
    return 0;
}
