/* Two jumps through a defer have one number: both go on as the first of them does. */
#include <asyncc.h>

void note(int value);

async int mixed(int n)
{
    for (int i = 0; i < n; i++) {
        defer note(i);
        await async_yield();
        if (i == 3)
            break; /* law: exits */
        if (i == 4)
            return i * 2;
    }
    return n;
}
