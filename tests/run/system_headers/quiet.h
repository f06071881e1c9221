static inline int loud(void)
{
    return 1;
}
#pragma GCC system_header
#include "deeper.h"

static inline async int quiet(int x)
{
    int unused;
    await async_yield();
    return x * loud();
}
