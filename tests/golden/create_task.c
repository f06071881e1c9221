#include <asyncc.h>

static async int number(int x)
{
    await async_sleep(x);
    return x;
}

async int main(void)
{
    task(int) a = create_task(number(1)), b = create_task(number(2));
    return await join(a) + await join(b);
}
