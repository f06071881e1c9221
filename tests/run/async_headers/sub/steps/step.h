#include "width.h"
static async int step(int v)
{
    await async_yield();
    return v + WIDTH;
}