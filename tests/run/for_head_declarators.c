/* Heads of for that declare several variables, whose declarations change: constant ones, ones without a value, and those
 * that live in the frame. */
#include <asyncc.h>
#include <stdio.h>

static async int f(int x)
{
    await async_yield();
    return x;
}

static async int hidden(void)
{
    int i, sum = 0;
    for (i = 0; i < 3; i++)
        sum += await f(i);
    for (int i = 0, n = 2; i < n; i++)
        for (int k = 0, n = 3; k < n; k++)
            sum += await f(i) + 100;
    return sum;
}

static async int constant(void)
{
    int sum = 0, turns = 0;
    if (sum == 0)
        for (const int first = 3, *const last = &first, step = 2; turns < 3; turns += 1)
            sum += await f(first) + step + *last;
    for (const int low = 1, high = 4; turns < high + 3; turns++)
        sum += await f(low);
    return sum;
}

static async int without_value(void)
{
    int sum = 0;
    for (int i = 0, last, all[2]; i < 4; i++) {
        if (i)
            sum += last;
        all[i % 2] = i;
        last = await f(all[i % 2] * 10);
    }
    for (int i = 0, last; i < await f(2); i++) {
        if (i)
            sum += last;
        last = await f(7);
    }
    do
        for (int i = 0, unset; ; sum += await f(unset)) {
            unset = i;
            if (i++ == 3)
                break;
            if (i == 1)
                continue;
        }
    while (sum < 0);
    return sum;
}

static async int types(void)
{
    int sum = 0;
    for (struct { int a, b; } left = { 1, 2 }, right = { 3, 4 }, *both[2] = { &left, &right }; sum < 20;)
        sum += both[sum % 2]->a + await f(both[1]->b);
    return sum;
}

async int main(void)
{
    printf("%d\n", await hidden());
    printf("%d\n", await constant());
    printf("%d\n", await without_value());
    printf("%d\n", await types());
    return 0;
}
