/* pitfalls: 31 */
/* X-macros and #include inside async functions. */
#include <asyncc.h>
#include <stdio.h>

#define ITEMS(X) X(apple, 3) X(pear, 5) X(plum, 7)

enum item {
#define ENUMERATOR(name, price) item_##name,
    ITEMS(ENUMERATOR)
#undef ENUMERATOR
};

static async int f(int v)
{
    await async_yield();
    return v;
}

#define PRICE(name, price)                                                                                             \
    static async int price_of_##name(int n)                                                                            \
    {                                                                                                                  \
        return n * await f(price);                                                                                     \
    }
ITEMS(PRICE)
#undef PRICE

static async int total(void)
{
    int sum = 0;
#define ADD(name, price) sum += await price_of_##name(1);
    ITEMS(ADD)
#undef ADD
    return sum;
}

static async const char *name(enum item item)
{
    await async_yield();
    switch (item) {
#define CASE(name, price)                                                                                              \
    case item_##name:                                                                                                  \
        await async_yield();                                                                                           \
        return #name;
        ITEMS(CASE)
#undef CASE
    }
    return "none";
}

static async int included(int v)
{
    int list[] = {
#include "included_lists.h"
    };
    await async_yield();
    return list[v];
}

async int main(void)
{
    printf("%d %s %s %d\n", await total(), await name(item_pear), await name(item_plum), await included(2));
    return 0;
}
