#include <asyncc.h>

static int plain(void)
{
    return 1;
}

static async int f(int x)
{
    return x;
}

struct flags { int narrow : 4, wide; };

static async int g(void)
{
    int a = 0, b = 0;
    struct flags flags = {0, 0};
    await gather(a = plain(), f(1));
    await gather(a = f(1) + 1, b = f(2));
    await gather(a, b = f(3));
    await gather(a += f(4));
    await gather(flags.wide = f(5), flags.narrow = f(6));
    await gather(a = await f(7));
    return a + b + await timeout(1, plain()) + await timeout(1, a = f(8), gather(b = f(9), await f(10)));
}
