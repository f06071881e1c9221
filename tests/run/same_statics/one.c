#include "one.h"

static async int helper(int v)
{
    await async_yield();
    return v + 1;
}

static async int recursive(int v)
{
    return v ? await recursive(v - 1) : await helper(0);
}

async int one(int v)
{
    return await helper(v) * 10 + await recursive(3);
}
