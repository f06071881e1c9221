#include "part.h"

async int part(int x)
{
    await async_sleep(0.1);
    return x + ONE;
}
