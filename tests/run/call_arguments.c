/* pitfalls: 2, 3, 13, 44 */
/* Awaits among the arguments of calls: once each, in order, with the values of that moment. */
#include <asyncc.h>
#include <stdio.h>

static int counter;

static int side(const char *name)
{
    printf("%s ", name);
    return ++counter;
}

static async int in(int value)
{
    await async_yield();
    return value * 10;
}

static async int two(int a, int b)
{
    printf("two(%d, %d) ", a, b);
    await async_yield();
    counter += 100;
    return a + b;
}

static int plain_two(int a, int b)
{
    printf("plain(%d, %d) ", a, b);
    return a * b;
}

static async void nested(void)
{
    printf("= %d\n", await two(await in(side("a")), await in(side("b"))));
    printf("= %d\n", await two(await two(await in(side("c")), side("d")), await two(side("e"), await in(side("f")))));
    printf("= %d\n", await in(await in(await in(side("g")))));
}

static async void in_plain_calls(void)
{
    counter = 0;
    printf("= %d\n", plain_two(await in(side("a")), await in(side("b"))));
    printf("= %d\n", plain_two(side("c"), await in(side("d"))));
    printf("= %d\n", plain_two(await in(side("e")), side("f")));
    printf("%d %d %d %d\n", counter, await two(1, 2), counter, await two(3, 4));
}

struct pair { int a, b; };

static async int change(struct pair *pair)
{
    await async_yield();
    pair->a = 1000;
    return 1;
}

static async int show(struct pair pair, int more)
{
    int before = pair.a;
    await async_yield();
    return before + pair.a + pair.b + more;
}

static async void by_value(void)
{
    struct pair pair = {1, 2};
    printf("%d\n", await show(pair, await change(&pair)));
    printf("%d\n", pair.a);
    struct pair *p = &pair;
    pair.a = 5;
    printf("%d\n", await show(*p, await change(p)));
}

async int main(void)
{
    await nested();
    await in_plain_calls();
    await by_value();
    return 0;
}
