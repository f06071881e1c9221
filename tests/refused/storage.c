#include <asyncc.h>
#include <stddef.h>

static async int f(int v)
{
    await async_yield();
    return v;
}

static async void release(int *p)
{
    *p = await f(0);
}

static void plain(int *p)
{
    *p = 0;
}

static async int heads(int n)
{
    int sum = 0;
    for (int i = 0, a[n]; i < n; i++)
        sum += a[0] = await f(i);
    for (__attribute__((cleanup(plain))) int i = 0; i < n; i++)
        sum += await f(i);
    return sum;
}

static async int cleanups(void)
{
    __attribute__((cleanup(release))) int n = await f(1);
    return await f(n);
}
