/* A weak async function is called by its symbol: another file may define it. */
#include <asyncc.h>
#include <stdio.h>

__attribute__((weak)) async int answer(int v)
{
    await async_yield();
    return v + 1;
}

async int main(void)
{
    printf("%d\n", await answer(41));
    return 0;
}
