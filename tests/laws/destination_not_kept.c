/* The results of a gather are stored into an array that is gone by then: nobody reads it afterwards. */
#include <asyncc.h>

async int same(int value)
{
    await async_yield();
    return value;
}

async int both(int k)
{
    int list[2];
    await gather(list[k] = same(1), list[1 - k] = same(2)); /* law: places */
    return k;
}
