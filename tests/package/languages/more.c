#include "part.h"

static async int same_name(int x)
{
    await async_yield();
    return x;
}

async int more(int x)
{
    return await same_name(x);
}
