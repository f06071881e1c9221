/* Volatile arrays that live in the frame get their values as others do, and no compiler remarks on it. */
#include <asyncc.h>
#include <stdio.h>

struct mixed {
    volatile int a[2];
    const int k;
};

static async int f(int x)
{
    await async_yield();
    return x;
}

static async int arrays(void)
{
    volatile int a[3] = { 1, 2, 3 }, *p = a;
    volatile int m[2][2] = { { await f(1), 2 }, { 3, 4 } };
    const volatile int c[2] = { 4, await f(5) }, *r = c;
    volatile char text[] = "ab", *t = text;
    await f(1);
    return p[2] + m[1][1] + r[1] + t[1];
}

static async int members(void)
{
    struct mixed one = { { 1, 2 }, 3 }, *p = &one;
    volatile struct mixed two = { { await f(3) }, 2 }, *q = &two;
    const volatile struct mixed list[2] = { { .k = await f(1) }, { { 1 }, 6 } }, *l = list;
    volatile int *literal = (volatile int[]){ 7, await f(8) };
    await f(1);
    return p->k + q->a[0] + l[1].k * 10 + literal[1];
}

async int main(void)
{
    printf("%d %d\n", await arrays(), await members());
    return 0;
}
