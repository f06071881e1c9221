#include <asyncc.h>

static async int f(int x)
{
    await async_yield();
#if __COUNTER__ == 0
    x++;
#endif
    return x + __COUNTER__;
}

async int main(void)
{
    int first = __COUNTER__;
    return first + await f(1);
}
