#include <asyncc.h>

async int found(void)
{
    await async_yield();
    return 30;
}
