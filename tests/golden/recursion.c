#include <asyncc.h>

static async int factorial(int n)
{
    await async_yield();
    return n < 2 ? 1 : n * await factorial(n - 1);
}

async int start(void)
{
    return await factorial(5);
}
