#include <asyncc.h>

#define ELSE } else {

static async int f(int x)
{
    await async_yield();
    return x;
}

static async int g(int x)
{
    if (x) { await f(1); ELSE return 5; } /* law: emit */
    return 6;
}

async int main(void)
{
    return await g(0) - 5;
}
