/* Defaults that another file may replace, as the header says of one, and a pragma of the other. */
#include "hooks.h"
#pragma weak other

async int hook(int x)
{
    await async_yield();
    return x;
}

async int other(int x)
{
    await async_yield();
    return x;
}

async int twice(int x)
{
    int first = await hook(x);
    return first + await hook(x + 1);
}

async int twice_other(int x)
{
    int first = await other(x);
    return first + await other(x + 1);
}
