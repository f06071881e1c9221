#include "part.h"

async int FUNCTION(int x)
{
    await async_sleep(0.01);
    return x + IS_C + 10 * CONFIGURATION;
}
