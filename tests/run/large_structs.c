/* pitfalls: 28, 44, 55 */
/* Structs and unions too big for registers: parameters, results, locals, temporaries, assignments. */
#include <asyncc.h>
#include <stdio.h>

struct large { int list[64]; };
union value { double d; long l; char text[40]; };

static async struct large make(int v)
{
    struct large l = {{0}};
    for (int i = 0; i < 64; i++)
        l.list[i] = v + i;
    await async_yield();
    return l;
}

static async struct large add(struct large a, struct large b)
{
    await async_yield();
    for (int i = 0; i < 64; i++)
        a.list[i] += b.list[i];
    await async_yield();
    return a;
}

static async int sum(struct large l)
{
    int s = 0;
    for (int i = 0; i < 64; i++) {
        if (i % 16 == 0)
            await async_yield();
        s += l.list[i];
    }
    return s;
}

static async union value text(int v)
{
    union value u = {.text = "text"};
    await async_yield();
    u.text[0] += (char)v;
    return u;
}

static async struct large recursive(int depth, struct large l)
{
    if (depth == 0)
        return l;
    l.list[depth] = -1;
    struct large r = await recursive(depth - 1, l);
    await async_yield();
    r.list[0] += l.list[0];
    return r;
}

async int main(void)
{
    struct large a = await make(1), b;
    printf("%d\n", await sum(await add(a, await make(2))));
    b = await add(a, a);
    a = await make(100);
    b = await add(b, a);
    printf("%d %d %d\n", b.list[0], b.list[63], a.list[1]);
    printf("%s %s\n", (await text(1)).text, (await text(2)).text);
    printf("%d\n", (await make(1)).list[(await make(5)).list[2]] + (await make(50)).list[0]);
    b = await recursive(3, b);
    printf("%d %d\n", b.list[0], await sum(b));
    const struct large *p = &a;
    struct large copies[2] = {*p, await make(3)};
    printf("%d %d\n", copies[0].list[5], copies[1].list[5]);
    copies[await sum(copies[0]) > 0] = await add(copies[1], *p);
    printf("%d\n", copies[1].list[0]);
    return 0;
}
