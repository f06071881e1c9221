#include "numbers.h"
#include "local.h"

async int number(void)
{
    await async_sleep(0);
    return LOCAL;
}
