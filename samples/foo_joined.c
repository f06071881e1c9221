/*
 * Example 3: the task is joined, which comes to the same as awaiting the function.
 * Takes 1 second.
 */
#include <asyncc.h>
#include <stdio.h>

static async void foo(const char *text)
{
    puts(text);
    await async_sleep(1);
}

async int main(void)
{
    puts("hello");
    task(void) t = create_task(foo("text"));
    await join(t);
    puts("finished");
    return 0;
}
