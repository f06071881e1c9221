#include <asyncc.h>

static async int next(int x)
{
    return x + 1;
}

async int after_next(int x)
{
    return await next(await next(x));
}
