/* Async functions by pointers that are computed from a table, on whichever side it stands, in macros or not. */
#include <asyncc.h>
#include <stdio.h>

#define RAW(...) __VA_ARGS__
#define NTH(i) (*((i) + table))

static async int one(int v)
{
    await async_yield();
    return v;
}

static async int two(int v)
{
    await async_yield();
    return 2 * v;
}

static async int (*table[2])(int) = { one, two };

async int main(void)
{
    int i = 1, n = 0;
    async int (**p)(int) = table;
    n = n * 10 + await (*(table + i))(1);
    n = n * 10 + await (*(i + table))(2);
    n = n * 10 + await (**(i + table))(3);
    n = n * 10 + await (1 + p)[0](4);
    n = n * 10 + await i[table](1);
    n = n * 10 + RAW(await (*(i + table))(2));
    n = n * 10 + RAW(await (*(table + i - 1))(await (*(p + 1))(3)));
    n = n * 10 + await NTH(1)(4);
    printf("%d\n", n);
    return 0;
}
