/* pitfalls: 104 */
/* Two files with static async functions of the same names. */
#include "one.h"
#include <stdio.h>

static async int helper(int v)
{
    await async_yield();
    return v + 2;
}

static async int recursive(int v)
{
    return v ? await recursive(v - 1) : await helper(0);
}

async int main(void)
{
    printf("%d %d %d\n", await one(1), await helper(1), await recursive(2));
    return 0;
}
