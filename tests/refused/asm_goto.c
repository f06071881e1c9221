#include <asyncc.h>

static async int f(void)
{
    await async_yield();
    __asm__ goto("" : : : : out);
    return 0;
out:
    return 1;
}

static async int g(int x)
{
    {
        defer x++;
        __asm__ goto("" : : : : out);
    }
    __asm__("" : "+r"(x) : "r"(({ if (x) goto out; x; }))); /* fine */
    return x;
out:
    return 1;
}
