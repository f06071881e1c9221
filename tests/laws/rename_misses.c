/* A name that hides another one is changed, but not everywhere. */
#include <asyncc.h>

void note(int value);

async int renamed(int value)
{
    {
        int value = 3;
        await async_yield();
        note(value);
        note(value + 1); /* law: names */
    }
    return value;
}
