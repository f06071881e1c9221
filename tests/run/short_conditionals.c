/* a ?: b, nested on either side, in parentheses, macros and statement expressions; each operand is evaluated once. */
#include <asyncc.h>
#include <stdio.h>

static int calls;

static async int f(int v)
{
    await async_yield();
    calls++;
    return v;
}

static int plain(int v)
{
    calls += 10;
    return v;
}

#define OR(a, b) ((a) ?: (b))
#define EIGHT(x) OR(OR(OR(x(0), x(0)), OR(x(0), x(0))), OR(OR(x(0), x(3)), OR(x(0), x(0))))
#define AWAITED(v) await f(v)
#define CALLED(v) plain(v)
#define BLOCK(v) ({ int inner = await f(v); inner + 0; })

static async int many(int x)
{
    int *null = NULL, y = x;
    double d = (((((((((((((((((((x ?: 0) ?: await f(0)) ?: 0) ?: await f(0)) ?: 0) ?: 0) ?: 0) ?: 0) ?: 0) ?: 0) ?: 0) ?: 0) ?: 0) ?: 0)
                ?: 0) ?: 0) ?: await f(0)) ?: await f(7)) ?: await f(8)) ?: 1.5;
    int n = EIGHT(AWAITED) + EIGHT(CALLED) * EIGHT(BLOCK) + (await f(0) ?: y++ ?: await f(x++));
    n += *(null ?: &y) + *((await f(0) ? &n : NULL) ?: await f(1) ? &y : NULL);
    long wide = await f(0) ?: (short)await f(-5) ?: 1L;
    printf("%g %d %ld %d %d %d\n", d, n, wide, x, y, (int)sizeof(x ?: 1L));
    return x ?: n;
}

async int main(void)
{
    printf("%d", await many(0));
    printf(" %d\n", await many(2));
    printf("%d\n", calls);
    return 0;
}
