/* Names that are macros where they are declared, longer and shorter than these. */
#include <asyncc.h>
#include <stdio.h>

#define a a_name_that_is_much_longer_than_what_stands_for_it
#define a_name_that_is_long b
#define VARIABLE(x) variable_##x

static async int next(int n)
{
    await async_yield();
    return n + 1;
}

static async int declared(void)
{
    int r = 0;
    for (int i = 0; i < 2; i++) { int a = await next(i); r += a; }
    if (r) {
        int a = await next(r), VARIABLE(q) = await next(a);
        r += a * 10 + VARIABLE(q);
    }
    int a_name_that_is_long = await next(r), *p = &a_name_that_is_long;
    return await next(*p) + b;
}

#define f renamed_f
static async int f(int n);
static async int caller(int n)
{
    return await f(n) + await f(n + 1);
}
#undef f
#define f other_f
static async int f(int n)
{
    int f = await renamed_f(n), *q = &f;
    await async_yield();
    return *q * 2;
}
#undef f
#define f renamed_f
static async int f(int n)
{
    int kept = n, *p = &kept;
    await async_yield();
    return *p;
}
#undef f

#define PACKED __attribute__((packed))
#define small renamed_small
#define next_small renamed_next
async enum PACKED small { ONE = 1, TWO } next_small(enum small n)
{
    await async_yield();
    return n == ONE ? TWO : ONE;
}
#define pair renamed_pair
static async struct pair { int a, b; } swapped(struct pair p)
{
    await async_yield();
    return (struct pair){ p.b, p.a };
}

async int main(void)
{
    printf("%d %d %d\n", await next_small(ONE), (int)sizeof(enum small), (await swapped((struct pair){ 1, 2 })).b);
    printf("%d %d %d\n", await declared(), await caller(3), await other_f(4));
    return 0;
}
