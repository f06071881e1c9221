#include <asyncc.h>

static inline async int answer(int n)
{
    await async_yield();
    return n + 41;
}
