/* A return that does not lead to the defer. */
#include <asyncc.h>

void note(int value);

async int misses(int value)
{
    defer note(value);
    await async_yield();
    if (value)
        return 1; /* law: exits */
    return 0;
}
