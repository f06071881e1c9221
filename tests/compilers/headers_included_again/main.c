/* A header that one of its own includes again, as libcurl's do: what its guard skips the second time is no alternative. */
#include <asyncc.h>
#include <stdio.h>

#include "easy.h"

static async int opened(int n)
{
    int a = OPTION(n);
    await async_yield();
    return a * 10 + is_data(n);
}

async int main(void)
{
    printf("%d %d\n", await opened(57), await opened(1));
    return 0;
}
