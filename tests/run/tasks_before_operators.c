/* no elision */
/* What stands behind spawn and create_task is no operator of what the macros make, whose operand awaits here. */
#include <asyncc.h>
#include <stdio.h>
static async unsigned same(unsigned v) { await async_yield(); printf("same %u\n", v); return v; }
static async unsigned add(unsigned v, unsigned w) { await async_yield(); return v + w; }
static async unsigned *address(unsigned *p) { await async_yield(); return p; }
static async unsigned several(unsigned x)
{
    unsigned r = (unsigned)spawn(same(await add(x, 1u))), *p = &r;
    *p += 10;
    struct { int r; unsigned y; } s = { spawn(same(await add(x, 2u))), x };
    unsigned a[2] = { (unsigned)spawn(same(*await address(&r))), 1u };
    return r + a[0] + (unsigned)s.r + s.y + a[1];
}
static async unsigned operators(unsigned x)
{
    int r = spawn(same(await add(x, 3u))) && x;
    r += spawn(same(await add(x, 4u))) || !x;
    r += (spawn(same(await add(x, 5u))), 7);
    task(unsigned) t = create_task(same(await add(x, 6u))), u = create_task(same(await add(x, 7u)));
    unsigned both[2] = { await join(t), await join(u) };
    if (create_task(same(await add(x, 8u))) && await add(x, 1u))
        r += 100;
    return (unsigned)r + both[0] + both[1];
}
async int main(void)
{
    unsigned x = await several(1), y = await operators(20);
    printf("%u %u\n", x, y);
    for (int i = 0; i < 5; i++)
        await async_yield();
    return 0;
}
