/*
 * What is lost when an expression that awaits is taken apart, or would be said of generated lines: names that nothing uses, values
 * that nothing takes, operands without their parentheses, a switch over a local enumeration.
 */
#include <asyncc.h>

struct pair { int a, b; };
static async int f(int n) { await async_yield(); return n; }
static async struct pair make(void) { await async_yield(); return (struct pair){ 1, 2 }; }

static async int parameters(int used, int unused,
                            int set)
{
    set = 3;
    return await f(used);
}
async int plain(int unused)
{
    return 0;
}
static async int nobody_calls(void)
{
    return await f(1);
}
static inline async int nor_this(void)
{
    return await f(1);
}
async int variables(void)
{
    int of_nothing;
    int of_await = await f(1), read = 1, of_both = read + await f(2);
    int list[2] = { await f(1) };
    struct pair pair = { await f(1), 2 };
    static int fixed;
    const int constant = await f(2);
    int set = await f(1);
    set = await f(2);
    typedef int number;
    return 0;
}
async int changed(void)
{
    int total = 0, count = 0;
    for (int i = 0; i < 3; i++) {
        total += await f(i);
#ifndef __clang__
        count++; /* clang 14 says nothing of it */
#endif
    }
    return 0;
}
async int values(int x)
{
    x == await f(2);
    await f(1), 3;
    await f(1) + 1;
    -await f(1);
    (await make()).a;
    return x, await f(1);
}
async int operands(int x)
{
    if (x || x && await f(2))
        x++;
    if (x = await f(1))
        x--;
    if (x)
        if (await f(1))
            x++;
    else
        x--;
    if (x);
    return x;
}
async int switches(void)
{
    enum e { A, B, C } e = (enum e)await f(1);
    switch (e) {
    case A: await f(1); break;
    case B: break;
    }
unused:
    return (int)e;
}
async int main(int argc)
{
    return await parameters(argc, 1, 2);
}
