/* A frame of the function's own, a plain call, a leaf, a call by name, and a recursion, which goes through the pool. */
#include <asyncc.h>

async int elsewhere(int n);

static async int never(int n)
{
    return n;
}

static async int sleeps(int n)
{
    await async_sleep(n);
    return n;
}

async int down(int n)
{
    return n ? await down(n - 1) : await never(n) + await sleeps(n) + await elsewhere(n);
}
