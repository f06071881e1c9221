/* pitfalls: 46 */
#include <asyncc.h>
#include <stdio.h>

struct constant { const int a; int b; };

static async int f(int v)
{
    await async_yield();
    return v;
}

static async struct constant make(int v)
{
    await async_yield();
    return (struct constant){v, v + 1};
}

static async int locals(const int parameter, const char *const text, int *restrict out)
{
    const int n = await f(1), m = n + await f(2);
    const double d = await f(3) / 2.0;
    const char *const t = text + n;
    const struct { int x; } s = {await f(4)};
    const int list[] = {await f(5), 6};
    await async_yield();
    *out = parameter;
    await async_yield();
    printf("%s %g ", t, d);
    return n + m * 10 + s.x * 100 + list[0] * 1000 + parameter * 10000;
}

static async int in_loop(void)
{
    int sum = 0;
    for (int i = 0; i < 3; i++) {
        const int square = i * i;
        const int *const p = &square;
        await async_yield();
        sum += square + *p;
    }
    return sum;
}

static async int constant_members(void)
{
    struct constant c = {1, 2};
    const struct constant d = {await f(3), await f(4)};
    await async_yield();
    c.b += d.b;
    await async_yield();
    return c.a + c.b * 10 + d.a * 100;
}

static async int constant_results(void)
{
    struct constant c = await make(5);
    int sum = (await make(1)).a + (await make(2)).b;
    await async_yield();
    return c.a + c.b + sum;
}

async int main(void)
{
    int out = 0;
    printf("%d ", await locals(7, "text", &out));
    printf("%d\n", out);
    printf("%d\n", await in_loop());
    printf("%d\n", await constant_members());
    printf("%d\n", await constant_results());
    return 0;
}
