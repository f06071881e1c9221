/* What #pragma GCC poison forbids is a name in the output where another would do. */
#include <asyncc.h>
#include <stdio.h>
#pragma GCC poison s malloc i_2

static async int one(int x)
{
    await async_yield();
    return x + 1;
}

#pragma GCC poison self at t1 await1 asyncc_t1 asyncc_self

static async int sum(int n)
{
    int sum = 0;
    for (int i = 0; i < n; i++) {
        defer sum++;
        for (int i = 0; i < n; i++)
            sum += await one(i);
    }
    return sum;
}

async int main(void)
{
    printf("%d\n", await sum(3) + await one(await one(1)));
    return 0;
}
