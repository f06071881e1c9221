/* Types that depend on who compiles, kept over awaits as values of expressions. */
/* refused: not what was translated */
#include <asyncc.h>
#include <stdio.h>

#ifdef __clang__
typedef int number;
static short wide = 3;
static int scale(int x)
{
    return x * 2;
}
#else
typedef long long number;
static long long wide = 3000000000;
static long long scale(long long x)
{
    return x * 2;
}
#endif

struct pair {
    number first;
};

static async number one(void)
{
    await async_yield();
    return 1;
}

static async number by_name(number v)
{
    return (v + 1) * 1000 * 1000 + await one();
}

static async long long by_variable(void)
{
    return wide + 1 + await one();
}

static async long long by_function(int v)
{
    return scale(v) + 1 + await one();
}

static async long long by_member(struct pair *p)
{
    return p->first + 1 + await one();
}

async int main(void)
{
    struct pair p = { 5 };
    printf("%lld %lld\n", (long long)await by_name(0), await by_variable());
    printf("%lld %lld\n", await by_function(7), await by_member(&p));
    return 0;
}
