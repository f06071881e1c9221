/* A literal lives as long as its block, into which a goto leads back. */
#include <asyncc.h>

async int again(int n)
{
    int *p = 0;
again:
    await async_yield();
    if (p)
        return *p;
    p = &(int){ n }; /* law: places */
    goto again;
}
