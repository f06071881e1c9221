/* pitfalls: 22 */
/* Initialiser lists: scalars, arrays, structs, unions, nested, designated, with holes. */
#include <asyncc.h>
#include <stdio.h>

static async int f(int v)
{
    printf("<%d", v);
    await async_yield();
    printf("> ");
    return v;
}

static int g(int v)
{
    printf("(%d) ", v);
    return v;
}

struct point { int x, y; };
struct shape { const char *name; struct point at[2]; struct { int w, h; } size; union { int i; char c; } u; };

static async struct point point(int x, int y)
{
    await async_yield();
    return (struct point){x, y};
}

static async void scalars(void)
{
    int a = await f(1), b = a + await f(2), *p = &b, c = {await f(3)};
    const int d = await f(4);
    char e = (char)await f(300);
    double r = await f(5);
    _Bool t = await f(6);
    printf("%d %d %d %d %d %d %g %d\n", a, b, *p, c, d, e, r, t);
}

static async void arrays(void)
{
    int a[] = {g(1), await f(2), g(3), await f(4)};
    int b[6] = {[1] = g(10), [3] = await f(40), g(50)};
    int c[2][3] = {{await f(1)}, {g(2), await f(3)}};
    int d[3] = {await f(1), };
    struct point e[2] = {{await f(1), g(2)}, await point(3, 4)};
    printf("\n%zu", sizeof a / sizeof *a);
    for (int i = 0; i < 4; i++)
        printf(" %d", a[i]);
    for (int i = 0; i < 6; i++)
        printf(" %d", b[i]);
    for (int i = 0; i < 6; i++)
        printf(" %d", c[i / 3][i % 3]);
    printf(" %d %d %d %d\n", d[0], d[1], d[2], e[1].x + e[1].y);
}

static async void structs(void)
{
    struct point p = {g(1), await f(2)};
    struct point q = {.x = await f(3), .y = g(4)};
    struct point r = await point(5, 6);
    struct shape s = {"s", {{await f(1), 0}, {await f(2), 0}}, {g(3), await f(4)}, {0}};
    struct shape t = {.name = "t", .at[1] = {await f(7), g(8)}, .at[0].y = 9, .size = {.h = await f(5)}, .u = {.c = 'c'}};
    struct shape u = {.name = "u", .at = {[1] = await point(1, await f(2))}, .u.i = await f(77)};
    printf("\n%d %d %d %d %d %d\n", p.x, p.y, q.x, q.y, r.x, r.y);
    printf("%s %d %d %d %d %d %d\n", s.name, s.at[0].x, s.at[0].y, s.at[1].x, s.at[1].y, s.size.w, s.size.h);
    printf("%s %d %d %d %d %d %d %c\n", t.name, t.at[0].x, t.at[0].y, t.at[1].x, t.at[1].y, t.size.w, t.size.h, t.u.c);
    printf("%s %d %d %d\n", u.name, u.at[1].x, u.at[1].y, u.u.i);
    union { double d; int i; } v = {.i = await f(3)};
    struct point zero = {0, 0}, *pz = &zero;
    await async_yield();
    printf("%d %d\n", v.i, pz->x + pz->y);
}

static async void compound_literals(void)
{
    struct point p = (struct point){await f(1), await f(2)};
    int sum = ((struct point){.y = await f(3)}).y + ((int[]){await f(1), g(2), await f(3)})[2];
    p = (struct point){p.y, await f(p.x)};
    printf("%d %d %d\n", p.x, p.y, sum);
}

async int main(void)
{
    await scalars();
    await arrays();
    await structs();
    await compound_literals();
    return 0;
}
