/* pitfalls: 41, 42, 43 */
/* Addresses of locals and parameters stay valid, and unique, across awaits. */
#include <asyncc.h>
#include <stdint.h>
#include <stdio.h>

static int *kept;

static async int f(int v)
{
    await async_yield();
    return v;
}

static async void increment(int *p)
{
    await async_yield();
    ++*p;
}

static async int of_local(void)
{
    int x = 1, *p = &x;
    uintptr_t before = (uintptr_t)&x;
    await increment(p);
    await increment(&x);
    x += 10;
    await async_yield();
    *p += 100;
    return x + (before == (uintptr_t)&x ? 1000 : 0);
}

static async int of_parameter(int x, void *unused, int y)
{
    (void)unused;
    int *p = &x;
    await increment(p);
    await increment(&y);
    *p *= 10;
    await async_yield();
    return x + y;
}

static async void by_kept(void)
{
    await async_yield();
    *kept += 5;
}

static async int through_global(int x)
{
    kept = &x;
    await by_kept();
    int y = x;
    kept = &y;
    await by_kept();
    return x * 100 + y;
}

static async int conditional(int c)
{
    int x = 1, y = 2, *p;
    if (c)
        p = &x;
    else
        p = &y;
    await async_yield();
    *p = 50;
    return x + y;
}

static async int in_loop(void)
{
    int *previous = 0, same = 0, sum = 0;
    for (int i = 0; i < 4; i++) {
        int x = i;
        await increment(&x);
        same += previous == &x;
        previous = &x;
        sum += x;
    }
    (void)same;
    return sum;
}

struct node { int value; struct node *next; };

static async int list(int depth, struct node *tail)
{
    struct node node = {depth, tail};
    if (depth > 0)
        return await list(depth - 1, &node);
    int sum = 0;
    for (struct node *n = &node; n; n = n->next)
        sum = sum * 10 + await f(n->value);
    return sum;
}

static async int field_address(void)
{
    struct { int a; int b[2]; } s = {1, {2, 3}};
    int *p = &s.b[1], *q = s.b;
    await increment(p);
    await increment(q);
    await async_yield();
    return s.a * 100 + s.b[0] * 10 + s.b[1];
}

async int main(void)
{
    printf("%d\n", await of_local());
    printf("%d\n", await of_parameter(1, 0, 7));
    printf("%d\n", await through_global(1));
    printf("%d %d\n", await conditional(0), await conditional(1));
    printf("%d\n", await in_loop());
    printf("%d\n", await list(4, 0));
    printf("%d\n", await field_address());
    return 0;
}
