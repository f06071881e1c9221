/* pitfalls: 40 */
/* Several declarators in one declaration, each with a type of its own. */
#include <asyncc.h>
#include <stdio.h>

static async int f(int v)
{
    await async_yield();
    return v;
}

static int twice(int v)
{
    return 2 * v;
}

static async int many(int *a, int **b, int (*c)(int), int d[2], const char *e)
{
    await async_yield();
    return *a + **b + c(3) + d[1] + e[0];
}

async int main(void)
{
    int *p, n = await f(3), **pp = &p, a[2] = {4, await f(5)}, (*g)(int) = twice, *q[2] = {&n, a}, (*r)[2] = &a;
    p = &n;
    await async_yield();
    printf("%d %d %d %d %d %d %d\n", *p, n, **pp, a[1], g(6), *q[1], (*r)[1]);
    unsigned char c = 255, *pc = &c, t[3] = "ab";
    await async_yield();
    printf("%d %d %s\n", c, *pc, (char *)t);
    printf("%d\n", await many(p, pp, g, a, "A"));
    int (*(*table)[2])(int) = &(int (*[2])(int)){twice, twice};
    await async_yield();
    printf("%d\n", (*table)[1](21));
    struct { int x; } s = {1}, *ps = &s, list[2] = {{2}, {3}};
    await async_yield();
    ps->x += list[1].x;
    await async_yield();
    printf("%d\n", s.x);
    for (int i = 0, *pi = &i, k[2] = {7, 8}; *pi < 2; ++*pi) {
        await async_yield();
        printf("%d ", k[i]);
    }
    printf("\n");
    return 0;
}
