#include <asyncc.h>

async int part(void)
{
    await async_yield();
    return NUMBER;
}
