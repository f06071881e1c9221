#include <asyncc.h>
#include <stddef.h>

static async int f(int v)
{
    await async_yield();
    return v;
}

static async int sizes(int n, void *p)
{
    size_t size = sizeof(int[await f(n)]);
    return (int)size + ((int (*)[await f(n)])p)[1][0];
}
