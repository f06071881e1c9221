/* Variables that clang may take to be without a value: an operation that does not end leaves them so. */
#include <asyncc.h>
#include <stdio.h>

static async int at_once(int x) { return x; }
static async int later(int x) { await async_yield(); return x; }

static async int in_time(void)
{
    int q, r, late;
    await timeout(1000, q = at_once(7));
    late = await timeout(1000, r = later(8));
    return late ? -1 : q + r;
}

static async int several(void)
{
    int a, b, c;
    await timeout(1000, a = at_once(1), b = at_once(2), c = later(3));
    return a + b + c;
}

static async int first(void)
{
    int a, b;
    switch (await race(a = at_once(4), b = at_once(5))) {
    case 0:
        return a;
    default:
        return b - 1; /* either may be the first */
    }
}

static async int nested(void)
{
    int a, b, c, late;
    await gather(late = timeout(1000, a = at_once(6)), b = at_once(7));
    await timeout(1000, gather(c = at_once(8)));
    return late ? -1 : a + b + c;
}

static async int hidden(void)
{
    int a = 1;
    {
        int a;
        await timeout(1000, a = at_once(9));
        await async_yield();
        if (a != 9)
            return -1;
    }
    return a;
}

async int main(void)
{
    printf("%d %d %d ", await in_time(), await several(), await first());
    printf("%d %d\n", await nested(), await hidden());
    return 0;
}
