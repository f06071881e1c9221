/* Labels on whose ways different defers run, or different arrays of variable length end. */
#include <asyncc.h>
#include <stdlib.h>

static async int defers(int x)
{
    static void *table[] = {&&again, &&one};
again:;
    char *text = malloc(1);
    defer free(text);
    await async_yield();
    goto *table[x++];
one:
    return 1;
}

static async int arrays(int x)
{
    static void *table[] = {&&again, &&one};
again:
    while (x > 1) {
        int sizes[x];
        await async_yield();
        sizes[0] = 1;
        {
            int more[x];
            await async_yield();
            more[0] = 2;
            x -= more[0];
            goto *table[x & 1];
        }
    }
one:
    return x;
}

static async int different(int x)
{
    static void *table[] = {&&again, &&one};
again:
    while (x > 1) {
        defer x--;
        {
            defer x--;
            await async_yield();
            goto *table[x & 1];
        }
    one:
        await async_yield();
        x--;
        goto *table[x & 1];
    }
    return x;
}
