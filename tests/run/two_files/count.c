#include "count.h"

async int count_to(int n)
{
    int i;
    for (i = 0; i < n; i++)
        await async_yield();
    return i;
}
