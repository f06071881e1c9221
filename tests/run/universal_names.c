/* Names that are spelled in two ways, as \u00e9 and as é, or continued on the next line: each is one name, and hides. */
#include <asyncc.h>
#include <stdio.h>

static async int f(int x) { await async_yield(); return x; }

static async int hidden(void)
{
    int \u00e9 = 4, sum = é;
    {
        int é = await f(3);
        sum += \u00e9;
        {
            int \u00e9 = 8 + await f(1);
            return sum + é + \u00E9 * 100 + await f(1);
        }
    }
}

static async int destinations(int \u00e9t\U000000e9)
{
    int \u03c0 = 1, \u4e2d = 2, a\U00020000 = 5;
    π = await f(été);
    for (int i = 0; i < 2; i++) {
        int 中 = await f(i), été = i;
        \u03c0 += \u4e2d + \u00e9t\u00e9 * 10 + await f(a𠀀);
    }
    return π + 中 * 1000;
}

static async int labels(int n)
{
    struct été { int é; } \u00e9 = { n };
    goto \u00e9;
é:
    if (é.\u00e9-- > 0) {
        struct \u00e9t\u00e9 *p = &\u00e9;
        n += await f(p->é);
        goto é;
    }
    return n;
}

static async int continued(int value)
{
    int sum = val\
ue;
    {
        int val\
ue = await f(sum + 1);
        sum += value * 10 + await f(va\
lue);
    }
    return sum;
}

async int main(void)
{
    printf("%d %d %d %d\n", await hidden(), await destinations(7), await labels(3), await continued(2));
    return 0;
}
