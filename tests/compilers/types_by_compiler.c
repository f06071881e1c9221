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

#ifdef __clang__
#define COUNTER short
#else
#define COUNTER long
#endif
typedef struct {
    struct {
        COUNTER inner;
    };
    COUNTER outer;
} counters;

static async COUNTER counted(COUNTER n)
{
    COUNTER kept = (COUNTER)(70000 * n);
    await async_yield();
    return kept;
}

static async long long by_member_of_macro(counters *c)
{
    return (c->outer + 1) * 10 + await one() + (c->inner + 1) * await one();
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
    counters c = { { (COUNTER)70001 }, (COUNTER)70002 };
    printf("%lld %lld\n", (long long)await counted(3), await by_member_of_macro(&c));
    printf("%lld %lld\n", await by_function(7), await by_member(&p));
    return 0;
}
