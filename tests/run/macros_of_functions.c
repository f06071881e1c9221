/* Async functions whose names are macros, beside macros that make the brackets of their calls. */
#include <asyncc.h>
#include <stdio.h>

#define same renamed_same
#define pick pick
#define OPEN (
#define CLOSE )

static async int same(int n)
{
    await async_yield();
    return n;
}

static async int pick(int n)
{
    await async_yield();
    return n * 2;
}

async int main(void)
{
    int n, value, first;
    await gather(n = same(1), first = same(await same OPEN 3 CLOSE));
    await race(value = same(await same OPEN 3 CLOSE), n = same(1));
    value = await (same)(2) + await ((pick))(4);
    printf("%d %d %d\n", n, first, value + await pick OPEN 5 CLOSE + await same(await (same) OPEN 1 CLOSE));
    return 0;
}
