/* The result of a timeout is stored into a copy of its destination. */
#include <asyncc.h>

async int same(int value)
{
    await async_yield();
    return value;
}

async int first(int *list)
{
    return await timeout(1, list[await same(0)] = same(list[1] && await same(2) ? 6 : 4)); /* law: lower */
}
