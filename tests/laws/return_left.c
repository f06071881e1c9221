#include <asyncc.h>

#define NEXT } {

static async int f(int x)
{
    await async_yield();
    return x;
}

static async int g(int x)
{
    {
        await f(1);
    NEXT
        if (x)
            return 5; /* law: text */
    }
    return 6;
}

async int main(void)
{
    return await g(1) - 5;
}
