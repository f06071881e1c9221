#include <asyncc.h>

static async int increment(int x)
{
    await async_sleep(1);
    return x + 1;
}

async int twice(int x)
{
    int y = await increment(x);
    return x + y;
}
