/* Pragmas of asyncc's own are not in the translation; those of others are. */
#include <asyncc.h>
#include <unistd.h>

#pragma asyncc diagnostic push
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-variable"
async int pragmas(int x)
{
#pragma asyncc diagnostic ignored "-Wblocking-call"
    int y;
    sleep(0);
    await async_yield();
    if (x)
#pragma asyncc diagnostic error "-Wblocking-call"
        await async_sleep(x);
    return x;
}
#pragma GCC diagnostic pop
#pragma asyncc diagnostic pop
