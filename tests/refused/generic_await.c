#include <asyncc.h>

static async int f(void)
{
    return 1;
}

static async int g(double d)
{
    int x = _Generic(d, double: await f(), default: 0);
    return x + _Generic(await f(), int: 2, default: 0);
}
