/* pitfalls: 1, 2, 3 */
/* Several awaits in one expression keep their values, and their order. */
#include <asyncc.h>
#include <stdio.h>

static async int say(const char *name, int value)
{
    printf("%s begins\n", name);
    await async_yield();
    printf("%s ends\n", name);
    return value;
}

static async int add(int a, int b)
{
    await async_sleep(1);
    return a + b;
}

async int main(void)
{
    printf("%d\n", await say("a", 1) + await say("b", 20));
    printf("%d\n", await add(await say("c", 300), await say("d", 4000)));
    return await add(await say("e", 3), 4);
}
