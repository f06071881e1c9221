/* A for is a block: what lives in its head ends with it. */
#include <asyncc.h>
#include <stdio.h>
static async int f(int x) { await async_yield(); return x; }
static int sum(int *p) { return p[0] + p[1]; }
static async int u(int x)
{
    int s = 0;
    for (int i = 0; (sum((int[]){ 5, i }), i < 3); i++) { s += await f(i) + x; }
    return s;
}
static async int v(int x)
{
    int s = 0;
    for (int i = 0; (sum((int[]){ 5, i }), i < 3); i++) { s += x; }
    for (int i = 0, *q = &i; i < 2; i++) s += *q;
    s += await f(x);
    return s;
}
async int main(void) { printf("%d %d\n", await u(4), await v(4)); return 0; }
