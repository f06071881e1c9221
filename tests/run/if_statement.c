/* pitfalls: 15, 64, 65, 66 */
/* if and else with awaits in the condition and in the branches, empty branches. */
#include <asyncc.h>
#include <stdio.h>

static async int f(int v)
{
    printf("<%d>", v);
    await async_yield();
    return v;
}

static async void branches(int v)
{
    if (await f(v))
        await f(10);
    printf("a ");
    if (await f(v))
        await f(20);
    else
        await f(30);
    printf("b ");
    if (v)
        ;
    else
        await f(40);
    printf("c ");
    if (v) {
    } else if (await f(v + 1) == 1)
        await f(50);
    else {
    }
    printf("d\n");
}

static async void chain(int v)
{
    if (await f(v) == 0)
        printf("zero");
    else if (await f(v) == 1)
        printf("one");
    else if (v == 2 && await f(v))
        printf("two");
    else
        printf("more");
    printf("\n");
}

static async void dangling(int a, int b)
{
    if (a) {
        if (await f(b))
            printf("both");
        else
            printf("only a");
    }
    if (await f(a)) {
        for (int i = 0; i < b; i++)
            if (await f(i))
                printf("inner");
            else
                continue;
    } else
        printf("not a");
    printf("\n");
}

static async int declared(int v)
{
    if (v) {
        int x = await f(1);
        if (x) {
            int x = await f(2);
            return x;
        }
    }
    int x = await f(3);
    return x;
}

async int main(void)
{
    await branches(0);
    await branches(1);
    for (int i = 0; i < 4; i++)
        await chain(i);
    for (int i = 0; i < 4; i++)
        await dangling(i >> 1, i & 1);
    printf("%d %d\n", await declared(0), await declared(1));
    return 0;
}
