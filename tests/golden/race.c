#include <asyncc.h>

async int number(int x);
static async int own(int x)
{
    await async_sleep(1);
    return x;
}

async int first(task(int) t)
{
    int a = 0;
    int winner = await race(a = number(1), a = own(2), own(3));
    return a + winner + await shield(t);
}
