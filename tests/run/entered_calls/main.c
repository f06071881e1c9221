/* no elision */
/* Calls by name of functions in other files, of pointers, of recursions: those that come to their end at once,
 * those that wait, those that are cancelled, and other calls of the same function close by. */
#include "calls.h"

#include <stdio.h>

static task(int) started[8];
static int starts;

/* Called while the arguments of another call of add are evaluated. */
static int start_add(int x)
{
    started[starts++] = create_task(add(x, 100));
    return x;
}

static async int (*get(void))(int, int)
{
    started[starts++] = create_task(add(0, 200));
    return add;
}

static async void arguments(void)
{
    printf("%d ", await add(start_add(1), start_add(2)));
    printf("%d ", await get()(-1, start_add(-3)));
    printf("%d ", await add(1, ({ int x = start_add(4); x + 1; })));
    printf("%d:", await add(await add(1, 2), await never(start_add(5))));
    for (int i = 0; i < starts; i++)
        printf(" %d", await join(started[i]));
    printf("\n");
}

static async void pointers(void)
{
    async int (*table[])(int, int) = { add, plain, add, plain };
    int sum = 0;
    for (int i = 0; i < 8; i++)
        sum = sum * 2 + await table[i & 3](i & 1 ? -i : i, i);
    async int (*one)(int) = never;
    async int (*volatile changing)(int) = never;
    printf("%d %d %d\n", sum, await one(4), await changing(5));
}

static async void results(void)
{
    struct fixed one = await fix(1), two = await fix(-2);
    printf("%d%s %d%s ", one.value, one.name, two.value, two.name);
    for (int i = 0; i < 3; i++)
        printf("%d ", (await fill(i)).numbers[399]);
    await note("noted");
    await note("-noted later");
    printf("%d %d\n", await with_large_frame('+'), await with_large_frame('-'));
}

async int depth_of_main(int n)
{
    return n <= 0 ? 0 : 1 + await depth(n - 1);
}

static async void together(void)
{
    int a = 0, b = 0, c = 0;
    int late = await timeout(0.5, note("-too late"));
    await gather(a = add(start_add(1), 2), b = add(-1, 3), c = plain(4, -5), note("among others"));
    printf("%d %d %d %d %d\n", late != 0, a, b, c, await timeout(0.5, a = add(start_add(6), 7)) + a);
}

async int main(void)
{
    await arguments();
    await pointers();
    await results();
    starts = 0;
    await together();
    while (starts)
        (void)await join(started[--starts]);
    printf("%d %d\n", await depth(7), await depth(200000));
    return 0;
}
