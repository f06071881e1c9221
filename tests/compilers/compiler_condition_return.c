/* The same with a return: it is left as it is written, and gives the runtime a status that is none. */
#include <asyncc.h>
#include <stdio.h>

/* not for all */
/* refused: not what was translated */
static async int f(int v)
{
    defer puts("the defer");
    await async_yield();
#if defined(__GNUC__) && !defined(__clang__)
    return v;
#else
    return v + 1;
#endif
}

async int main(void)
{
    printf("%d\n", await f(42));
    return 0;
}
