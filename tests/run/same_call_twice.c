/* pitfalls: 26, 27, 55, 76 */
/* The same callee many times, and frames that overlap: nothing of one is left in another. */
#include <asyncc.h>
#include <stdio.h>

static async int leaf(int v)
{
    int local[3] = {v, v + 1};
    await async_yield();
    local[2] += local[0];
    await async_yield();
    return local[0] + local[1] + local[2];
}

static async int sometimes(int v)
{
    int a = 5;
    if (v > 2) {
        int b = v, *p = &b;
        await async_yield();
        a += *p;
    } else {
        char text[20] = "text";
        await async_yield();
        a += text[v];
    }
    {
        long c[2] = {a};
        await async_yield();
        a = (int)(c[0] + c[1]);
    }
    return a;
}

async int main(void)
{
    int sum = 0;
    for (int i = 0; i < 5; i++)
        sum = sum * 2 + await leaf(i) - await leaf(sum % 7) * await sometimes(i % 4);
    printf("%d\n", sum);
    printf("%d %d\n", await sometimes(await leaf(0)), await sometimes(await sometimes(3)));
    return 0;
}
