/* Attributes and pragmas that belong to the statement behind them, some of which become other statements. */
#include <asyncc.h>
#include <stdio.h>

static async int f(int v)
{
    await async_yield();
    return v;
}

static async int loops(int v)
{
#pragma GCC unroll 3
    for (int i = 0; i < 3; i++)
        v += i;
#pragma GCC unroll 2
    for (int i = 0; i < await f(3); i++)
        v += await f(i);
    for (int i = 0; i < 2; i++)
        _Pragma("GCC unroll 2") for (int k = 0; k < 2; k++) v += await f(k);
    if (v > 3)
#pragma GCC unroll 4
        while (v < await f(40))
            v *= 2;
    return v;
}

static async int switches(int v)
{
    switch (v) {
    case 1:
        v += await f(10);
        __attribute__((fallthrough));
    case 2:
        v += await f(20);
        break;
    case 3:
        v += 30;
        __attribute__((__fallthrough__));
    default:
        v = await f(v);
    }
    return v;
}

async int main(void)
{
    for (int i = 0; i < 5; i++)
        printf("%d %d\n", await loops(i), await switches(i));
    return 0;
}
