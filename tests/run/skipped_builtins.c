/* The compiler's own functions, mentioned in text that is skipped, too: what they are is nobody's to declare. */
#include <asyncc.h>
#include <stdio.h>

static async int f(int v)
{
    await async_yield();
    return (int)__builtin_expect(v, 1);
}

async int main(void)
{
    int n = await f(3);
#ifdef NOWHERE
    n += (int)__builtin_expect(n, 1) + __builtin_popcount(3u) + __sync_fetch_and_add(&n, 1);
#else
    n += (int)__builtin_expect(await f(n), 1) + __builtin_popcount(7u) + __sync_fetch_and_add(&n, 1);
#endif
    printf("%d\n", n);
    return 0;
}
