/* pitfalls: 72 */
#include <asyncc.h>

static async int f(int x)
{
    static void *table[] = {&&zero, &&one};
    goto *table[x];
zero:
    await async_yield();
    return 0;
one:
    return 1;
}
