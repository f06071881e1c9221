/* pitfalls: 63, 66, 75 */
/* Loops that are only left by return; functions whose end is not reached. */
#include <asyncc.h>
#include <stdio.h>
#include <stdlib.h>

static async int f(int v)
{
    await async_yield();
    return v;
}

static async int by_for(int limit)
{
    for (int i = 0;; i++)
        if (await f(i) > limit)
            return i;
}

static async int by_while(int limit)
{
    while (1) {
        limit -= 2;
        if (await f(limit) < 0)
            return limit;
    }
}

static async int by_do(int limit)
{
    do {
        if (limit-- == 0)
            return await f(7);
        await async_yield();
    } while (1);
}

static async int by_goto(int limit)
{
again:
    if (await f(limit--) == 0)
        return limit;
    goto again;
}

static async int by_switch(int v)
{
    switch (v) {
    case 0:
        return await f(1);
    default:
        return await f(2);
    }
}

static async _Noreturn void stop(int status)
{
    await async_yield();
    fflush(stdout);
    exit(status);
}

async int main(void)
{
    printf("%d %d %d %d\n", await by_for(3), await by_while(5), await by_do(2), await by_goto(4));
    printf("%d %d\n", await by_switch(0), await by_switch(1));
    await stop(4);
}
