/* Headers of -isystem that say types, constants and macros by who compiles, kept over awaits: other headers than the machine's. */
/* refused: not what was translated */
#include <asyncc.h>
#include <stdio.h>
#include <kinds/kinds.h>

static async int one(void)
{
    await async_yield();
    return 1;
}

static async kind by_name(kind v)
{
    return (v + 1) * 1000 * 1000 + await one();
}

static async long long by_variable(void)
{
    return kind_wide + 1 + await one();
}

static async long long by_function(int v)
{
    return kind_scale(v) + 1 + await one();
}

static async long long by_member(struct kinds *k)
{
    return (k->first + 1) * 10 + (k->second + 1) * await one();
}

static async long long by_constant(void)
{
    return KIND_CONSTANT + 1 + await one();
}

static async int by_macro(int v)
{
    int kept = v;
    await async_yield();
    KIND_CHECK(v == 2);
    return kept;
}

async int main(void)
{
    struct kinds k = { 5, (KIND)70000 };
    printf("%lld %lld\n", (long long)await by_name(3000), await by_variable());
    printf("%lld %lld\n", await by_function(7), await by_member(&k));
    printf("%lld %d %d\n", await by_constant(), await by_macro(1), await by_macro(2));
    return 0;
}
