#include <asyncc.h>

static async int f(void)
{
    await async_yield();
    __asm__ goto("" : : : : out);
    return 0;
out:
    return 1;
}
