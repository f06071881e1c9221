/* Callers above an #include that brings what their callees mention; headers that are included twice, or
 * change macros. */
#include <asyncc.h>
#include <stddef.h>
#include <stdio.h>
#include "check.h"

/* mutual includes */
async int mutual_includes_odd(int n);
async int mutual_includes_even(int n)
{
    if (n == 0) return 1;
    await async_yield();
    return await mutual_includes_odd(n - 1);
}
async int mutual_includes(void)
{
    CHECK(await mutual_includes_even(10));
    CHECK(!await mutual_includes_odd(4));
    return 0;
}
#include <stdint.h>
async int mutual_includes_odd(int n)
{
    uint16_t k = (uint16_t)n, *p = &k;
    if (n == 0) return 0;
    await async_yield();
    return await mutual_includes_even(*p - 1);
}

/* two includes same */
async int two_includes_same_get(void);
async int two_includes_same(void)
{
    CHECK(await two_includes_same_get() == 3);
    return 0;
}
#define ITEM int
#include "item.h"
#undef ITEM
#define ITEM short
#include "item2.h"
async int two_includes_same_get(void)
{
    item_t i = 1;
    item2_t j = 2, *p = &j;
    item_t *q = &i;
    await async_yield();
    return *p + *q;
}

/* header redefines */
typedef long word;
async long header_redefines_get(long n);
async int header_redefines(void)
{
    word w = 1;
    CHECK(sizeof w == 8);
    CHECK(await header_redefines_get(1000) == (long)(signed char)1000);
    return 0;
}
#include "redefine.h"
async long header_redefines_get(long n)
{
    word w = (word)n, *p = &w;
    await async_yield();
    return *p;
}
#undef word

/* race above */
async int race_above_get(int n);
async int race_above(void)
{
    int a = 0, b = 0;
    await race(a = race_above_get(1), b = race_above_get(50));
    CHECK(a == 1 || b == 50);
    return 0;
}
#include <stdint.h>
async int race_above_get(int n)
{
    int64_t k = n, *p = &k;
    for (int i = 0; i < n; i++)
        await async_yield();
    return (int)*p;
}
