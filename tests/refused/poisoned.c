#pragma GCC poison malloc
#include <asyncc.h>
#include "poisoned.h"

async int f(int x)
{
    await async_yield();
    return x;
}

#if 0
#pragma GCC poison static
#endif
#pragma GCC poison self at s t1 strcpy /* fine: there are others */
#pragma GCC poison ASYNCC_DONE

static async int g(int x)
{
    return await f(x);
}

#pragma GCC poison int
