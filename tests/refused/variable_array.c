#include <asyncc.h>

static async int f(int n)
{
    int list[n];
    list[0] = n;
    await async_yield();
    return list[0];
}

static async int in_block(int n)
{
    int sum = 0;
    {
        int before[n];
        before[0] = n;
        sum += before[0];
    }
    await async_yield();
    for (int i = 0; i < n; i++) {
        char inside[i + 1][2];
        await async_yield();
        inside[0][0] = 1;
        sum += inside[0][0];
    }
    return sum;
}
