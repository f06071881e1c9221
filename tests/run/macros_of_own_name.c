/* Macros whose expansion has their own name in it, which the preprocessor leaves alone. */
#include <asyncc.h>
#include <stdio.h>

static async int f(int v)
{
    await async_yield();
    return v;
}
#define f(v) f((v) + 1)

static async int same(int v)
{
    await async_yield();
    return v;
}
#define same same
#define text(v) printf("text(%d) \"text(\"\n", text_of(v))
static int text_of(int v) { return v * 3; }

struct point {
    int x;
};
#define x x

static async int plus(int v)
{
    await async_yield();
    return v + 1;
}
#define plus(v, more) (await plus(v) + (more))
#define nested(v) plus(v, await f(v))

async int main(void)
{
    struct point point = { await f(1) };
    point.x += await same(4);
    text(await f(point.x));
    printf("%d %d\n", point.x, await f(await f(1)));
    printf("%d\n", plus(1, 5));
    printf("%d\n", nested(10));
    return 0;
}
