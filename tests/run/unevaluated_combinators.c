/* no elision */
/* Operands of combinators that are not evaluated; and a generic selection of one that is. */
#include <asyncc.h>
#include <stdio.h>
static async int f(int x) { await async_yield(); return x; }
static int g, h;
static int id(int x) { return x; }
static async int u(int seconds, int *v)
{
    int kept = 3, *p = &kept;
    int n = (int)sizeof(await timeout(seconds, g = f(id(seconds))));
    n += (int)sizeof(await timeout(kept, *p = f(id(kept))));
    n += (int)sizeof((await gather(g = f(id(kept)), h = f(*v))), 1);
    n += (int)sizeof(await race(g = f(id(kept)), h = f(kept)));
    await f(1);
    h += await f(2);
    n += (int)sizeof(await timeout(seconds, *p = f(id(*v))));
    async int (*through)(int) = f;
    n += _Generic(1u, unsigned: await timeout(seconds, g = through(id(kept))), default: 0);
    for (int i = 0, *q = &i; i < 2; i++) n += *q;
    await f(3);
    return n + *p;
}
async int main(void) { int v = 7; printf("%d %d %d\n", await u(4, &v), g, h); return 0; }
