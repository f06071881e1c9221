#include "../numbers.h"

async int spaced_number(void)
{
    await async_yield();
    return 300;
}
