#include "list.h"
#include <stdio.h>

async int sum_visitor(struct item item, void *data)
{
    await async_yield();
    *(double *)data += item.weight;
    return item.key;
}

static async int print_visitor(struct item item, void *data)
{
    (void)data;
    await nothing();
    printf("%d %g\n", item.key, item.weight);
    return 1;
}

async int (*const visitors[2])(struct item item, void *data) = {sum_visitor, print_visitor};
visitor *chosen = print_visitor;

async struct item item_make(int key)
{
    struct item item = {key, 0};
    await async_yield();
    item.weight = key / 2.0;
    return item;
}

async int item_visit(const struct item *items, int count, visitor *visit, void *data)
{
    int total = 0;
    for (int i = 0; i < count; i++)
        total += await visit(items[i], data);
    return total;
}

async int odd(int n)
{
    return n == 0 ? 0 : await even(n - 1);
}
