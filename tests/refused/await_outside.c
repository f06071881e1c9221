/* await in plain functions, in an initialiser at file scope, in a plain nested macro. */
#include <asyncc.h>

static async int f(void)
{
    return 1;
}

#define GET() await f()

int plain(int x)
{
    if (x)
        return await f();
    return GET() + 1;
}

void other(void)
{
    await async_sleep(1);
}
/* pitfalls: 108 */

static async int value(int x)
{
    await async_yield();
    return x;
}

async int (*pick(int n))(int)
{
    await async_yield();
    return n ? value : 0;
}
