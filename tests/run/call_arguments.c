/* pitfalls: 2, 3 */
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

async int main(void)
{
    await nested();
    await in_plain_calls();
    return 0;
}
