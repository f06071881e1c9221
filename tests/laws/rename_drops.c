/* Where a name is changed, what stands behind it goes. */
#include <asyncc.h>

void note(int value);

async int renamed(int value)
{
    {
        int value = 3;
        await async_yield();
        note(value-- - 1); /* law: text */
    }
    return value;
}
