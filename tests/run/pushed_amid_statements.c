/*
 * pushed_amid_statements.c - #pragma push_macro and pop_macro amid statements that await and in heads, and files with directives
 * that are included there: what stands behind the function finds what they have made of macros.
 */
#include <asyncc.h>
#include <stdio.h>

#define size 3
#define kept 5

static async int f(int x, int y)
{
    await async_yield();
    return x * 10 + y;
}

static async int pushed(int a,
#pragma push_macro("kept")
                        int b)
{
    if (a < size
#pragma push_macro("size")
#undef size
#define size 4
        && await f(a, b))
        a += size;
#ifdef size
    a += await f(a,
#undef size
#define size 6
                 1);
#else
#error size is 4
#endif
    return a + kept;
}

static int between(void)
{
    return size;
}

#undef kept
#define kept 50

static async int popped(int a)
{
    int b = await f(a, 2)
#pragma pop_macro("size")
#pragma pop_macro("kept")
        ;
    return a + b;
}

static async int included(int a)
{
    return await f(a
#define ITEM(n) +n
#include "pushed_amid_statements.h"
                   ,
                   8);
}

static int sizes(void)
{
    return size * 100 + kept;
}

#ifdef ITEM
#error the list has undefined it
#endif

async int main(void)
{
    printf("%d %d\n", await pushed(1, 2), between());
    printf("%d %d\n", await popped(1), sizes());
    printf("%d %d\n", await included(1), items);
    return 0;
}
