/*
 * The first program of Python's own documentation.
 * Takes 1 second.
 */
#include <asyncc.h>
#include <stdio.h>

async int main(void)
{
    puts("Hello ...");
    await async_sleep(1);
    puts("... World!");
    return 0;
}
