/* pitfalls: 111 */
/* Awaited values under defers: gcc must see that they are set. */
#include <asyncc.h>
#include <stdio.h>

int more(void);

static async int val(int v)
{
    if (more())
        await async_yield();
    return v * 3;
}

static async int f(int v)
{
    defer printf("%d ", v);
    v += await val(2);
    {
        defer printf("inner %d ", v);
        v += await val(3);
        if (v > 100)
            return await val(4);
        v += await val(v);
    }
    return v + await val(5);
}

int more(void)
{
    static int turn;
    return turn++ % 2;
}

async int main(void)
{
    printf("= %d\n", await f(1));
    printf("= %d\n", await f(100));
    return 0;
}
