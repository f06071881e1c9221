/* pitfalls: 31 */
#include <asyncc.h>
#include <stdio.h>

#define WITH_A 1

static async int f(int v)
{
    await async_yield();
    return v;
}

static async int sum(void)
{
    int s = 0;
#if WITH_A
    s += await f(1);
#else
    s += await g(1);
#endif
#ifdef NOWHERE
    s += await f(
#endif
    for (int i = 0; i < 3; i++) {
#if 0
        await nothing at all;
#endif
        s += await f(i)
#ifdef WITH_A
             * 10
#endif
            ;
    }
#define LOCAL_MACRO(x) (await f(x) + 1)
    s += LOCAL_MACRO(100);
#undef LOCAL_MACRO
#define LOCAL_MACRO(x) (await f(x) + 2)
    s += LOCAL_MACRO(1000);
#undef LOCAL_MACRO
    return s
#if WITH_A > 0
        + await f(5)
#endif
        ;
}

async int main(void)
{
    printf("%d\n", await sum());
    return 0;
}
