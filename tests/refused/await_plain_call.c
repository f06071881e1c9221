#include <asyncc.h>
#include <stdlib.h>

static int plain(int x)
{
    return x;
}

static async int f(int (*pointer)(int))
{
    await plain(1);
    int x = await abs(-2);
    x += await pointer(3);
    return x + await (plain)(4);
}
