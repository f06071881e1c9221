/* The last argument of a call is not the user's. */
#include <asyncc.h>

async int add(int a, int b)
{
    await async_yield();
    return a + b;
}

async int twice(int n)
{
    return await add(n, n * 2); /* law: text */
}
