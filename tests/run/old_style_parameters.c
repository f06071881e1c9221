/* options: -Wno-unknown-warning-option -Wno-deprecated-non-prototype -Wno-strict-prototypes */
/* Functions whose parameters are declared the old way, and calls that have no prototype to go by. */
#include <asyncc.h>
#include <stdio.h>

async int later();
static async long recursive();

static async int f(v)
    int v;
{
    await async_yield();
    return v;
}

static async double mixed(c, s, x, d, p)
    short s;
    char c;
    float x;
    double d;
    const char *p;
{
    double sum = c + s;
    await async_yield();
    return sum + (double)x + d + p[0];
}

static async int (*select_one(which))(int v)
    int which;
{
    (void)which;
    return f;
}

static async int never(a, b) int a, b; { return a - b; }

static async long recursive(n)
    int n;
{
    return n ? n + await recursive(n - 1) : await f(0);
}

async int later(a, list)
    int a;
    int list[3];
{
    list[1] += await f(a);
    return list[0] + list[1] + list[2];
}

async int main(argc, argv)
    int argc;
    char **argv;
{
    int list[3] = { 1, 2, 3 };
    (void)argv;
    printf("%d\n", await f(argc));
    printf("%g\n", await mixed('a', 2, 3.5f, 4.5, "z"));
    printf("%d\n", await later(10, list));
    printf("%d %ld\n", await never(5, 3), await recursive(4));
    printf("%d\n", await select_one(1)(8));
    return await (*f)(0);
}
