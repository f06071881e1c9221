#include "part.h"

async int part(int x)
{
    await async_sleep(0.01);
    return x + FOR_C;
}
