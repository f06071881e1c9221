#include "calls.h"

#include <stdio.h>

async int add(int a, int b)
{
    if (a < 0)
        await async_yield();
    return a + b;
}

async int cancels(task(int) *self, int how)
{
    defer printf("left ");
    printf("asks ");
    task_cancel(*self);
    if (how == 1)
        return await add(-1, 2);   /* suspends, so that the cancel comes */
    if (how == 2)
        return await add(1, 2);    /* does not */
    if (how == 3)
        await async_yield();
    return 4;
}
