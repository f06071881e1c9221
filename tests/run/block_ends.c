/* pitfalls: 66, 70, 111 */
/* Awaits as the last, the first and the only statement of every kind of block. */
#include <asyncc.h>
#include <stdio.h>

static int count;

static async int f(int v)
{
    await async_yield();
    count++;
    return v;
}

static async void only(void)
{
    await f(1);
}

static async int blocks(int c)
{
    {
        await f(1);
    }
    {{{ await f(2); }}}
    if (c)
        await f(3);
    if (c) {
        await f(4);
    } else
        await f(5);
    for (int i = 0; i < 2; i++)
        await f(6);
    while (c-- > 0)
        await f(7);
    do
        await f(8);
    while (c > 0);
    switch (c) {
    case -1:
        await f(9);
    }
    switch (c) {
    default:
        await f(10);
        break;
    case 5:;
    }
label:
    await f(11);
    if (count % 2)
        goto label;
    goto end;
end:
    return await f(12);
}

async int main(void)
{
    await only();
    printf("%d ", await blocks(0));
    printf("%d ", await blocks(1));
    printf("%d\n", count);
    if (count)
        await only();
    else
        return 1;
}
