/* Macros that are the same for everybody, but use one that is not, or a name that only some define as a macro. */
/* flags: | -DODDLY */
/* refused: not what was translated */
#include <asyncc.h>
#include <stdio.h>

static int plainly(int v)
{
    return v;
}

#include "through.h"

static async int through(int kept, int other)
{
    int a = OUTER(other);
    await async_yield();
    return a + other;
}

static async int named(int kept)
{
    int a = USES(kept);
    await async_yield();
    return a * 100 + kept;
}

async int main(void)
{
    printf("%d %d %d\n", await through(3, 5), await named(7), (plainly)(1));
    return 0;
}
