/* no elision */
/*
 * A time limit costs the same at any depth of calls, and nested ones do: done by walking up to the task each time this would
 * be half a minute.
 */
#include <asyncc.h>
#include <stdio.h>

enum { DEPTH = 20000, ROUNDS = 300000 };

static async int quick(void)
{
    await async_yield();
    return 1;
}

static async int down(int depth)
{
    int value = 0;
    if (depth) {
        await async_yield();
        await timeout(100, value = down(depth - 1));
        return value;
    }
    for (int i = 0; i < ROUNDS; i++)
        await timeout(100, value = quick());
    return value;
}

async int main(void)
{
    printf("%d\n", await down(DEPTH));
    return 0;
}
