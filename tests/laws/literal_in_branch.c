/* A literal lives as long as its block, which is not the block that its branch becomes. */
#include <asyncc.h>

async int same(int value)
{
    await async_yield();
    return value;
}

async int choose(int a)
{
    int *p = a ? (int[2]){ await same(1), 2 } : (int[2]){ 3, 4 }; /* law: places */
    await same(2);
    return *p;
}
