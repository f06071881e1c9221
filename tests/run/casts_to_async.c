/* no elision */
/* Casts to pointers to async functions, without a typedef; compound literals of them. */
#include <asyncc.h>
#include <stdio.h>
#include <stdarg.h>
typedef int plain(int);
#define HANDLER(p) ((async int (*)(int))(p))
#define PLAIN(p) ((int (*)(int))(p))
static async int f(int a) { return a + 1; }
static async int g(int a) { return a + 2; }
struct any { void *p; async int (*h)(int); };
static int go(async int (*h)(int), int x) { return h != NULL && x; }
static async int k(void *p)
{
    int s = await ((async int (*)(int))p)(1);
    s += await HANDLER(p)(2);
    async int (*h)(int) = (async int (*)(int))p;
    struct any a = { .p = p, .h = (async int (*)(int))p };
    h = HANDLER(a.p);
    a = (struct any){ p, (async int (*)(int))p };
    s += await h(3) + await a.h(4) + await (*(async int (**)(int))&a.h)(5);
    s += await ((async int (*[])(int)){ f, g }[1])(7);
    s += go((async int (*)(int))p, 1) + go(HANDLER(p), 1);
    async int (*later)(int) = 0;
    later = (await f(0)) ? (async int (*)(int))p : g;
    task(int) t = create_task(((async int (*)(int))p)(8));
    s += await join(t);
    return s + await later(1);
}
static int twice(int a) { return 2 * a; }
async int main(void)
{
    int n = 0;
    await gather(n = ((async int (*)(int))(void *)g)(3));
    printf("%d\n", n);
    await timeout(1, n = ((async int (*)(int))(void *)g)(9));
    printf("%d %d\n", n, PLAIN((void *)twice)(3));
    printf("%d\n", await k((void *)f));
    return 0;
}
