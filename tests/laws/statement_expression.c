/* A variable of a statement expression that is an operand is not kept. */
#include <asyncc.h>

async int same(int value)
{
    await async_yield();
    return value;
}

async int elvis(int x)
{
    return ({
        int v = x + 1;
        await same(1);
        v; /* law: homes */
    }) ?: 7;
}
