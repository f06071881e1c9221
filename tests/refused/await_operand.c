#include <asyncc.h>

static async int f(void)
{
    return 1;
}

static async int g(int x)
{
    await x;
    await (x + 1);
    x = await 5;
    await (x ? f() : f());
    await f;
    return await f() + await "text"[0];
}
