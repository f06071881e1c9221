#include <asyncc.h>
#include <stdio.h>

static async int twice(int n)
{
    await async_sleep(0);
    return 2 * n;
}

async int main(void)
{
    printf("%d\n", await twice(21));
    return 0;
}
