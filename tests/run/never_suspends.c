/* pitfalls: 55, 92 */
/* Async functions without an await, and those that only sometimes suspend. */
#include <asyncc.h>
#include <stdio.h>

static int count;

static async int none(int v)
{
    return v + 1;
}

static async void empty(void)
{
}

static async void counts(void)
{
    count++;
}

static async int sometimes(int v)
{
    if (v % 3 == 0)
        await async_yield();
    return await none(v);
}

static async int chain(int v)
{
    await empty();
    await counts();
    return await sometimes(await none(await sometimes(v)));
}

static async int many(int n)
{
    int sum = 0;
    for (int i = 0; i < n; i++)
        sum += await none(i) % 7;
    return sum;
}

async int main(void)
{
    int sum = 0;
    for (int i = 0; i < 10; i++)
        sum = sum * 3 + await chain(i);
    printf("%d %d\n", sum, count);
    printf("%d\n", await many(200000));
    return 0;
}
