/* Calls of async functions that nothing awaits: as a statement, a value, an argument, in an initialiser. */
#include <asyncc.h>

static async int f(int x)
{
    await async_yield();
    return x;
}

static async void g(void)
{
    f(1);
    int x = f(2) + 1;
    f(await f(3) + x);
    await f(f(4));
    if (f(5))
        return f(6), (void)0;
}

int plain(void)
{
    return f(7);
}

async int main(void)
{
    async_sleep(1);
    await g();
    return (f)(8);
}
/* pitfalls: 108 */
