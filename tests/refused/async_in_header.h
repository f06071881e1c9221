#include <asyncc.h>

static async int in_header(int x)
{
    await async_yield();
    return x;
}
