/* pitfalls: 31 */
/* #if inside statements that await, in the heads of functions, and around halves of both. */
#include <asyncc.h>
#include <stdio.h>

#define WIDE 1

static async int f(int v)
{
    await async_yield();
    return v;
}

#if WIDE
static async long head(long a,
#else
static async int head(int a,
#endif
#ifdef NOWHERE
                      struct nowhere b
#elif WIDE
                      int b
#endif
)
{
    return a * await f(b);
}

#ifdef NOWHERE
async int begun(struct nowhere a)
{
    int start = 1;
#else
static async int begun(int a)
{
    int start = 2;
#endif
    return start + await f(a);
}

static async int bodies(int a)
#if WIDE
{
    return await f(a) + 1;
}
#else
{
    return await f(a) + 2;
}
#endif

static async int statements(int a)
{
    int sum = 0;
#if WIDE
    if (await f(a) > 2) {
#else
    if (await g(a) > 2) {
#endif
        sum += 1;
    }
    if (a > 1)
#if !WIDE
        await nothing();
#else
        sum += await f(10);
#endif
    else
        sum--;
    for (int i = 0;
#if WIDE
         i < await f(3);
#else
         i < 4;
#endif
         i++) {
        sum += await f(i) *
#if 0
               it's not C
#elif WIDE /* a comment
              in two lines */
               100 // another
#else
               200
#endif
            ;
    }
    switch (a) {
    case 1:
#ifdef NOWHERE
        sum = await f(7);
#else
        sum += await f(1000);
#endif
        break;
#if WIDE
    case 2:
        sum += await f(2000);
        break;
#endif
    default:
#ifndef WIDE
        sum = await f(7);
#endif
        break;
    }
    int list[] = {
        1,
#if WIDE
        await f(2),
#endif
#if defined NOWHERE && \
    NOWHERE > 3
        3,
#endif
    },
#if WIDE
        other = await f(4);
#else
        other;
#endif
    return sum + (int)(sizeof list / sizeof *list) + other;
}

/* Nothing here is rewritten: the conditions stay. */
static async int untouched(int a)
{
    int sum = 0;
#if WIDE
    sum += a;
#else
    sum -= a;
#endif
    await async_yield();
    return sum;
}

async int main(void)
{
    for (int i = 0; i < 4; i++)
        printf("%d %d\n", await statements(i), await untouched(i));
    printf("%ld %d %d line %d\n", await head(3, 4), await begun(5), await bodies(6), __LINE__);
    return 0;
}
