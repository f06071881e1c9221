/*
 * other_async.c - the async function in another file.
 */
#include "other.h"

async int other_async(int x, int y)
{
    if (x < 0)
        await async_yield();
    return x + y;
}
