#include <asyncc.h>
#include <stdio.h>

static async long standard(void)
{
    await async_yield();
    return __STDC_VERSION__;
}

async int main(void)
{
    printf("%d\n", await standard() >= 201112);
    return 0;
}
