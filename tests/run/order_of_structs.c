/* no elision */
/* Left to right also where clang's own order is another one: structs, designated members; and of destinations of results that come later. */
#include <asyncc.h>
#include <stdio.h>

struct s { int n; int m[3]; };

static int g, a[8], b[8];
static struct s gs, list[8];

static async int f(int x) { await async_yield(); return x; }
static async struct s make(int n) { await async_yield(); return (struct s){ n, { g } }; }
static async int sum(int p, int q, int r) { await async_yield(); return p * 100 + q * 10 + r; }
static int next(void) { return ++g; }
static struct s mod(int x) { gs.n += x; return gs; }
static int take(int p, struct s q, int r) { return p * 100 + q.n * 10 + r; }

async int main(void)
{
    gs.n = 4;
    printf("%d\n", take(await f(1), gs, mod(1).n));                 /* 145 */
    struct s u = { .m = { [2] = next(), [0] = await f(g) }, .n = g }; /* 1 1 1 */
    printf("%d %d %d\n", u.n, u.m[0], u.m[2]);
    list[next()] = await make(next()); /* list[3] is 2 2 */
    printf("%d %d\n", list[3].n, list[3].m[0]);
    list[next()] = (await f(0), mod(next())); /* list[5] is 5 + 4 */
    printf("%d\n", list[5].n);
    list[next()] = list[next()] = (await f(0), gs); /* list[6], list[7] */
    printf("%d %d\n", list[6].n, list[7].n);
    g = 0;
    await gather(a[next()] = sum(next(), g, next()), b[next()] = f(g)); /* a[1] 223, b[4] 4 */
    printf("%d %d\n", a[1], b[4]);
    int x = 0, y = await race(a[next()] = f(next()), b[0] = sum(next(), g, next()));
    printf("%d %d\n", y, a[5]); /* 0 6 */
    y = await timeout(next(), x = sum(next(), g, g++)) + x * 10 + g;
    printf("%d\n", y); /* 0 + 1110 * 10 + 11 */
    return 0;
}
