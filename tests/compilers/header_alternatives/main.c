/* Macros of a header that depend on who compiles, and how: those that would change the translation are decided by it. */
/* flags: | -DTRACED | -DODD */
/* refused: not what was translated */
#include "uses.h"

#include <asyncc.h>
#include <stdio.h>

static int helper(int x)
{
    return x;
}

#include "odd.h"

static async int f(int v)
{
    int kept = v * 2, plain = v, bumped = v;
    await async_yield();
    TRACE(kept);
    plain += USE(kept) + BOTH(kept);
    BUMP(bumped);
    await async_yield();
    LOG("a");
    plain += helper(plain) + bumped;
    await async_yield();
    LEAVE(plain + 1);
    return plain + kept;
}

async int main(void)
{
    printf("%d\n", await f(21));
    return 0;
}
