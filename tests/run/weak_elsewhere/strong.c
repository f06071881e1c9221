#include <asyncc.h>

async int hook(int x)
{
    await async_yield();
    return 10 * x;
}

async int other(int x)
{
    await async_yield();
    return 100 * x;
}
