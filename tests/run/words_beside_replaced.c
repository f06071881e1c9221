/* What stands in the place of a bracket in the text begins or ends with a word, and has one beside it. */
#include <asyncc.h>
#include <stdio.h>

static async int f(int v)
{
    await async_yield();
    return v;
}

#define VALUE ({ await f(7); })
#define AND_TWO +2

static async int behind_keywords(int v)
{
    if (v)({ await f(1); });
    else({ await f(2); });
    do({ v += await f(1); }); while(({ await f(v < 5); }));
    switch(v) {
    case(4):({ v += await f(1); }); break;
    default:({ v += await f(1); });
    }
    return({ await f(v); });
}

static async int behind_operators(double _Complex z)
{
    int size = sizeof({ await f(1); });
    int a = __extension__({ await f(1); });
    int b = __extension__ VALUE;
    double c = __real__({ await f(1); z; });
    double d = __imag__({ await f(1); z; });
    double e = __real__(await f(1), z);
    printf("%d %d %g %g %g ", a, b, c, d, e);
    return size == sizeof(int);
}

static async int jumps(int v)
{
    void *const to[] = { &&one, &&two };
    goto*({ await f(1); to[v]; });
one:
    return 1;
two:
    return({ await f(1); })AND_TWO;
}

async int main(void)
{
    double _Complex z = 3;
    __imag__ z = 4;
    printf("%d ", await behind_keywords(0));
    printf("%d ", await behind_operators(z));
    printf("%d %d\n", await jumps(0), await jumps(1));
    return 0;
}
