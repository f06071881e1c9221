/* Values that asm takes are evaluated in their order; a place that it takes is the object itself. */
#include <asyncc.h>
#include <stdio.h>
static int n = 1;
static async int change(int *p, int v) { await async_yield(); int old = *p; *p = v; n = v; return old * 10 + v; }
static int next(void) { return ++n; }
async int main(void)
{
    int x = 1, a, b, c;
    __asm__("" : "=r"(a), "=r"(b), "=r"(c) : "0"(x), "1"(await change(&x, 2)), "2"(x + 1));
    printf("%d %d %d\n", a, b, c);
    __asm__("" : "=r"(a), "=r"(b), "=r"(c) : "0"(next()), "1"(await change(&x, 5)), "2"(next() + await change(&x, 6)));
    printf("%d %d %d\n", a, b, c);
    int m[2] = {3, 4};
    __asm__("" : "=r"(a), "=m"(m[await change(&x, 0) - 60]) : "0"(n + x), "m"(x));
    printf("%d\n", a);
    return 0;
}
