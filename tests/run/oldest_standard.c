/* options: -std=c89 */
/* C as it was before declarations among statements, comments to the end of the line and inline. */
#include <asyncc.h>
#include <stdio.h>

static async int f(int n)
{
    int a[3], k;
    for (k = 0; k < 3; k++) {
        a[k] = n + k;
        await async_yield();
    }
    return a[0] + a[2];
}

async int down(int n)
{
    return n ? n + await down(n - 1) : 0;
}

async int main(void)
{
    printf("%d %d\n", await f(3), await down(4));
    return 0;
}
