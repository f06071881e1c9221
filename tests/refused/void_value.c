/* pitfalls: 29 */
#include <asyncc.h>

static async void f(void)
{
    await async_yield();
}

async int main(void)
{
    int x = await f();
    return x + await async_sleep(1);
}
