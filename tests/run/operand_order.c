/* pitfalls: 1, 4 */
/* A left operand read before the await keeps its old value; one read after it sees the new one. */
#include <asyncc.h>
#include <stdio.h>

static int g = 1;
static int values[3] = {1, 2, 3};

static async int set_g(int value)
{
    await async_yield();
    g = value;
    values[1] = value;
    return 10;
}

static int plain(const char *name, int value)
{
    printf("%s ", name);
    return value;
}

static async int awaited(const char *name, int value)
{
    printf("<%s ", name);
    await async_yield();
    printf("%s> ", name);
    return value;
}

static async void global_operands(void)
{
    g = 1;
    printf("%d\n", g + await set_g(100));
    g = 1;
    printf("%d\n", await set_g(100) + g);
    g = 1;
    printf("%d\n", g + await set_g(7) * g);
    printf("%d\n", values[1] - await set_g(50) - values[1]);
    int *p = &values[1];
    printf("%d\n", *p + await set_g(60) + *p);
}

static async void calls_between(void)
{
    int sum = plain("a", 1) + await awaited("b", 2) + plain("c", 3) + await awaited("d", 4) + plain("e", 5);
    printf("= %d\n", sum);
    sum = (plain("a", 100) - await awaited("b", 1)) * (await awaited("c", 2) - plain("d", 5));
    printf("= %d\n", sum);
}

static async void every_operator(void)
{
    int x = 12;
    printf("%d %d %d %d\n", x * await awaited("mul", 5), x / await awaited("div", 5), x % await awaited("mod", 5),
           x - await awaited("sub", 5));
    printf("%d %d %d\n", x & await awaited("and", 6), x | await awaited("or", 3), x ^ await awaited("xor", 5));
    printf("%d %d\n", x << await awaited("shl", 2), x >> await awaited("shr", 2));
    printf("%d %d %d %d %d %d\n", x < await awaited("lt", 12), x <= await awaited("le", 12),
           x > await awaited("gt", 11), x >= await awaited("ge", 13), x == await awaited("eq", 12),
           x != await awaited("ne", 12));
}

static async void local_changed_by_itself(void)
{
    int i = 3;
    int old = i++ + await awaited("first", 10);
    printf("%d %d\n", old, i);
    old = await awaited("second", 10) + i++;
    printf("%d %d\n", old, i);
    int *p = &i;
    old = i + (*p = 40, await awaited("third", 100)) + i;
    printf("%d\n", old);
}

async int main(void)
{
    await global_operands();
    await calls_between();
    await every_operator();
    await local_changed_by_itself();
    return 0;
}
