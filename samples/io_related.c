/*
 * Two operations that wait, run at once by gather: both start, and a second later both are done.
 * Takes 1 second.
 */
#include <asyncc.h>
#include <stdio.h>

static async void io_related(const char *name)
{
    printf("%s started\n", name);
    await async_sleep(1);
    printf("%s finished\n", name);
}

async int main(void)
{
    await gather(io_related("first"), io_related("second"));
    return 0;
}
