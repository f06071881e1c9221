/* pitfalls: 19, 63 */
/* do ... while (await c()): continue goes to the test. */
#include <asyncc.h>
#include <stdio.h>

static async int value(const char *name, int v)
{
    printf("%s", name);
    await async_yield();
    return v;
}

static async int test(int limit)
{
    int i = 0;
    do {
        i++;
        if (i == 2)
            continue;
        if (i == limit)
            return -i;
        if (i == 5)
            break;
        printf("[%d]", i);
    } while (await value("c", i) < 7);
    return i;
}

static async void body(void)
{
    int i = 0;
    do {
        if (await value("b", i) == 1)
            continue;
        printf("[%d]", i);
    } while (++i < 3);
    do
        i -= await value("s", 1);
    while (i > 0);
    do {
    } while (await value("e", i++) < 2);
    do {
        do {
            if (i == 4)
                break;
        } while (await value("n", 0));
        printf("[%d]", i);
    } while (await value("o", ++i) < 6);
    printf("%d\n", i);
}

async int main(void)
{
    printf(" %d\n", await test(3));
    printf(" %d\n", await test(10));
    await body();
    return 0;
}
