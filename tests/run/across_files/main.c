/* pitfalls: 104, 105, 107 */
/* Calls, pointers, recursion, results of every kind, macros that await: across files. */
#include "list.h"
#include <stdio.h>

async void nothing(void)
{
    await async_yield();
}

async int even(int n)
{
    if (n == 0)
        return 1;
    await async_yield();
    return await odd(n - 1);
}

async const char *name(int key)
{
    static const char *const names[] = {"zero", "one", "two"};
    await nothing();
    return names[key];
}

async int main(void)
{
    struct item items[3];
    for (int i = 0; i < 3; i++)
        items[i] = await item_make(i + 1);
    double weight = 0;
    printf("%d\n", await item_visit(items, 3, sum_visitor, &weight));
    printf("%g\n", weight);
    printf("%d\n", await item_visit(items, 2, chosen, NULL));
    for (int i = 0; i < 2; i++)
        weight += await visitors[i](await item_make(7), &weight);
    printf("%g %s %d\n", weight, await name(2), ITEM_KEY(9) + (int)(await item_make(3)).weight);
    printf("%d %d\n", await even(9), await odd(9));
    return 0;
}
