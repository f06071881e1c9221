/*
 * Example 2: a task that nobody joins. It takes its first step when main has ended; then its sleep is
 * cancelled, because the program is over.
 * Takes no time.
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
    puts("finished");
    task_unref(t);
    return 0;
}
