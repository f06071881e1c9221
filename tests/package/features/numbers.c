#include "numbers.h"
#include "local.h"
#include "shared/tripled.h"

async int number(void)
{
    await async_sleep(0);
    return LOCAL + await tripled(0);
}
