#include <asyncc.h>

static async int f(int v)
{
    await async_yield();
    return v;
}

static async int sizes(int n, int (*p)[n])
{
    __typeof__(p[await f(n)]) list;
    list[0] = n;
    return list[0];
}

/* clang takes them for constants, gcc does not. */
static async int constants(int n)
{
    int list[__builtin_expect(((void)await f(n), 3), 1)];
    int rows[2][__builtin_expect((await gather(n = f(1)), 3u), 1)];
    char never[1 || await f(n)], asked[sizeof(await f(n))];
    list[0] = rows[1][0] = never[0] = asked[0] = 1;
    return list[0] + (int)sizeof(int[__builtin_expect(((void)await f(n), 3), 1)]);
}
