/* pitfalls: 14, 16 */
/* && and || evaluate their right side only when C would, and give 0 or 1. */
#include <asyncc.h>
#include <stdio.h>

static async int f(const char *name, int value)
{
    printf("<%s", name);
    await async_yield();
    printf("> ");
    return value;
}

static async void *pointer(void *value)
{
    printf("<p");
    await async_yield();
    printf("> ");
    return value;
}

static async void values(int c)
{
    printf("= %d\n", c && await f("a", 5));
    printf("= %d\n", c || await f("b", 5));
    printf("= %d\n", await f("c", c) && await f("d", 7));
    printf("= %d\n", await f("e", c) || await f("f", 7) || await f("g", 8));
    printf("= %d\n", (await f("h", c) && await f("i", 0)) || (await f("j", 4) && !await f("k", 3)));
    printf("= %d\n", c + (await f("l", c) || 0) * 10 + (1 && await f("m", 2)) * 100);
    printf("= %d\n", !(c && await f("n", 1)) + !!await f("o", 9));
    printf("= %d\n", await pointer(c ? &c : 0) && c > 1);
}

static async void conditions(int c)
{
    if (c && await f("a", 1))
        printf("yes\n");
    else
        printf("no\n");
    if (c || await f("b", 0))
        printf("yes\n");
    else
        printf("no\n");
    if (await f("c", 1) && (c || await f("d", 1)) && await f("e", 0))
        printf("yes\n");
    else
        printf("no\n");
    (void)(c && await f("f", 1) && printf("statement"));
    printf("\n");
}

static async int returned(int c)
{
    return c && await f("r", 42);
}

async int main(void)
{
    for (int c = 0; c < 3; c++) {
        await values(c);
        await conditions(c);
        printf("%d\n", await returned(c));
    }
    return 0;
}
