/* pitfalls: 17, 18, 60 */
/* Awaits in all three parts of for, with continue, break, missing parts and declarations. */
#include <asyncc.h>
#include <stdio.h>

static async int value(const char *name, int v)
{
    printf("%s", name);
    await async_yield();
    return v;
}

static async void all_parts(void)
{
    for (int i = await value("i", 1); i < await value("c", 5); i += await value("s", 1)) {
        if (i == 2)
            continue;
        if (i == 4)
            break;
        printf("[%d]", i);
    }
    printf("\n");
}

static async void only_init(void)
{
    int i, j;
    for (i = await value("i", 3), j = await value("j", 4); i < j + 2; i++)
        printf("[%d]", i);
    for (int k = await value("k", 0), m = k + await value("m", 2); k < m; k++)
        printf("[%d %d]", k, m);
    printf("\n");
}

static async void only_step(void)
{
    int i;
    for (i = 0; i < 6; i += await value("s", 1)) {
        if (i & 1)
            continue;
        switch (i) {
        case 2:
            continue;
        default:
            break;
        }
        printf("[%d]", i);
    }
    for (; i < 9; (void)await value("t", 0), i++)
        ;
    printf("%d\n", i);
}

static async void no_parts(void)
{
    int i = 0;
    for (;;) {
        if (await value("x", i++) > 2)
            break;
    }
    for (; await value("y", i) < 7;)
        i++;
    printf("%d\n", i);
}

static async void body_only(void)
{
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 3; j++) {
            if (j == i)
                continue;
            printf("[%d]", await value("b", 10 * i + j));
        }
    printf("\n");
}

static async void shadowed(void)
{
    int i = 50;
    for (int i = 0; i < 2; i += await value("s", 1)) {
        int i = await value("i", 7);
        printf("[%d]", i);
    }
    printf("%d\n", i);
}

async int main(void)
{
    await all_parts();
    await only_init();
    await only_step();
    await no_parts();
    await body_only();
    await shadowed();
    return 0;
}
