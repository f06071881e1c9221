/* Functions that are called otherwise in the object file. */
#include <asyncc.h>
#include <stdio.h>

static async int f(int v)
{
    await async_yield();
    return v;
}

extern async int other(int) __asm__("renamed_symbol");
async int other(int x)
{
    return await f(x) + 1;
}

async int main(void)
{
    printf("%d\n", await other(3));
    return 0;
}
