/* Over each await one value of the sum is kept; of the product of floating numbers, all. */
#include <asyncc.h>

async int f(int v);
async double d(int v);

async int g(int x)
{
    return await f(1) + x * await f(2) - await f(3) + await f(4);
}

async double h(void)
{
    return await d(1) * await d(2) + await d(3);
}
