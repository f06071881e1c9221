/* pitfalls: 35, 36 */
/* The same name in sibling and nested blocks, with other types; parameters and functions shadowed. */
#include <asyncc.h>
#include <stdio.h>

static const char *x = "global";

static async int f(int v)
{
    await async_yield();
    return v;
}

static async void siblings(void)
{
    {
        int v = await f(1);
        await async_yield();
        printf("%d ", v);
    }
    {
        double v = await f(2) / 4.0;
        await async_yield();
        printf("%g ", v);
    }
    {
        const char *v = "three";
        await async_yield();
        printf("%s ", v);
    }
    {
        struct { int v; } v = {await f(4)};
        await async_yield();
        printf("%d ", v.v);
    }
    {
        int v[2] = {await f(5), 6};
        await async_yield();
        printf("%d %d\n", v[0], v[1]);
    }
}

static async void nested(int v)
{
    printf("%s ", x);
    int x = await f(v);
    {
        printf("%d ", x);
        double x = await f(v + 1) / 2.0;
        {
            char *x = "inner";
            await async_yield();
            printf("%s ", x);
            {
                int v = 77;
                await async_yield();
                printf("%d ", v);
            }
        }
        await async_yield();
        printf("%g ", x);
    }
    await async_yield();
    printf("%d %d\n", x, v);
}

static async void loops(int i)
{
    for (int i = 0; i < 2; i++) {
        for (int i = 10; i < 12; i++) {
            await async_yield();
            printf("%d ", i);
        }
        printf("%d ", i);
    }
    while (i-- > 0) {
        int i = await f(3);
        await async_yield();
        printf("(%d) ", i);
    }
    printf("%d\n", i);
}

static async int function_name(void)
{
    int g = await f(2);
    {
        int f = g + 1;
        await async_yield();
        g += f;
    }
    return g + await f(10);
}

static async int initialised_by_outer(void)
{
    int n = 5;
    {
        int outer = n, n = outer + 1;
        await async_yield();
        outer += n;
        printf("%d ", outer);
    }
    enum { A = 1 };
    {
        enum { A = 2 };
        await async_yield();
        n += A;
    }
    return n + A;
}

async int main(void)
{
    await siblings();
    await nested(20);
    await loops(2);
    printf("%d %d\n", await function_name(), await initialised_by_outer());
    printf("%s\n", x);
    return 0;
}
