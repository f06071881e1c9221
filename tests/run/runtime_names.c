/* pitfalls: 26 */
/* Functions whose names are those of the runtime's own. */
#include <asyncc.h>
#include <stdio.h>

#define FUNCTION(name)                                                                                                 \
    static async int name(int v)                                                                                       \
    {                                                                                                                  \
        await async_yield();                                                                                           \
        return v < 1 ? v : 1 + await name(v - 1);                                                                      \
    }
FUNCTION(call)
FUNCTION(yield)
FUNCTION(unit)
FUNCTION(function)
FUNCTION(site)
FUNCTION(suspend)
FUNCTION(status)
FUNCTION(timer)
FUNCTION(frame)
FUNCTION(run)
FUNCTION(init)
FUNCTION(step)
FUNCTION(thread)
FUNCTION(loop)
FUNCTION(state)
FUNCTION(resume)

static async int leaf(int v)
{
    return await call(v) + 1;
}

static async int main_call(int v)
{
    return v + await leaf(v);
}

static async int leaf_run(int v)
{
    return await leaf(v) * 2;
}

async int main(void)
{
    int sum = await call(1) + await yield(2) + await unit(3) + await function(4) + await site(1);
    sum += await suspend(1) + await status(1) + await timer(1) + await frame(1) + await run(1) + await init(1);
    sum += await step(1) + await thread(1) + await loop(1) + await state(1) + await resume(1);
    printf("%d %d %d %d\n", sum, await leaf(1), await main_call(2), await leaf_run(3));
    return 0;
}
