/* What a directive amid a statement that awaits says of a macro holds behind the function, wherever the statement's text goes. */
#include <asyncc.h>
#include <stdio.h>

static async int f(int x)
{
    await async_yield();
    return x;
}

static int(square)(int x)
{
    return x + 100;
}
static int(cube)(int x)
{
    return x + 200;
}
static int later = 1, other = 2, kept = 3;
static int before(void)
{
    return square(1) + cube(1) + later + other + kept;
}
#define square(x) ((x) * (x))
#define cube(x) ((x) * (x) * (x))
#define other 77

static async int listed(int k)
{
    return k == 5
#define ITEM(n, v) || k == v
           ITEM(one, 1) ITEM(two, 2)
#undef ITEM
           && await f(1);
}

static async int defined(int a)
{
#define kept 33
    if (a + kept
#if 1
#define later(x)                                                                                                                  \
    9 + \
        (x)
#else
#define other 5
#endif
        && await f(a))
        return 1;
    return 6;
}

static async int taken(int a)
{
    int all = a + cube(2) + other
#undef cube
#undef other
        ;
    a += ({
        int b = await f(a)
#define inner 4
            ;
        b + inner;
    }) + await f(all);
    for (int i = square(1)
#undef square
#define square(x) 11
             ;
         i < await f(square(2));)
        i += await f(2);
    return a;
}

static async int headed(int a,
#define headed_by(x) ((x) + 3)
                        int b)
{
    return await f(a) + headed_by(b);
}

static int plain(void)
{
#ifndef ITEM
    return square(3) * 1000 + cube(1) * 100 + later(2) * 10 + other + kept + later + inner + headed_by(1);
#else
    return -1;
#endif
}

async int main(void)
{
    printf("%d %d %d %d %d %d\n", before(), await headed(1, 2), await listed(1), await defined(200), await taken(3), plain());
    return 0;
}
