#include <asyncc.h>

static async int f(int a)
{
    await async_yield();
    return a;
}

async int g(int x)
{
    _Decimal64 d;
    int nested(int y)
    {
        return y + x;
    }
    return await f(x);
}
