#include <asyncc.h>

static async int f(int v)
{
    await async_yield();
    return v;
}

static async int sizes(int n, int (*p)[n])
{
    __typeof__(p[await f(n)]) list;
    list[0] = n;
    return list[0];
}
