/*
 * Example 1: awaiting a function runs it to its end, here between hello and finished.
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
    await foo("text");
    puts("finished");
    return 0;
}
