/* The tree as clang has it: await is an operator of its own making, which the next pass takes for what it is. */
#include <asyncc.h>

async int twice(int n)
{
    await async_sleep(0);
    return n + n;
}
