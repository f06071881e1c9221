/* options: -std=gnu2x */
#include <asyncc.h>

async int f(int n, int[][n++])
{
    await async_yield();
    return n;
}

async int plain(int n, int[][n++])
{
    return n;
}
