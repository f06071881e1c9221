/* The words: awaits with what they await, defers, handles. */
#include <asyncc.h>

async int one(int n);

async int all(int n)
{
    int a, b;
    defer n++;
    task(int) t = create_task(one(n));
    await gather(a = one(1), b = join(t));
    return await timeout(1, one(a + b));
}
