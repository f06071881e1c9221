/*
 * What gather is really useful for: the values of what it runs.
 * Takes 3 seconds.
 */
#include <asyncc.h>
#include <stdio.h>

static async int factorial(int n)
{
    int f = 1;
    for (int i = 2; i <= n; i++) {
        printf("Computing factorial(%d), currently i=%d...\n", n, i);
        await async_sleep(1);
        f *= i;
    }
    return f;
}

async int main(void)
{
    int a, b, c;
    await gather(a = factorial(2), b = factorial(3), c = factorial(4));
    printf("[%d, %d, %d]\n", a, b, c);
    return 0;
}
