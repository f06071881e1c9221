/* A header that includes other files by who compiles it, and how. */
/* flags: | -DEVEN */
/* refused: not what was translated */
#include <asyncc.h>
#include <stdio.h>

static int (even)(int x)
{
    return x - x % 2;
}

#include "either.h"

static async int valued(int kept, int other)
{
    int a = VALUE(other);
    await async_yield();
    return a * 10 + kept;
}

static async int bumped(int n)
{
    int a = BUMP(n);
    await async_yield();
    return a * 100 + n;
}

static async int called(int n)
{
    int a = even(n);
    await async_yield();
    return a * 1000 + n;
}

async int main(void)
{
    printf("%d %d %d\n", await valued(3, 5), await bumped(7), await called(9));
    return 0;
}
