/* A type of the function's own that the frame mentions gets a name in front of it. */
#include <asyncc.h>

async int pair(int n)
{
    struct two { int a, b; } kept = { n, 1 };
    struct two *p = &kept;
    await async_sleep(0);
    return p->a + kept.b;
}
