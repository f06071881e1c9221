#include <asyncc.h>
async int f(int v);

static struct { int a, b; } anon;
async __typeof__(anon) g(int n)
{
    __typeof__(anon) x = anon;
    await f(n);
    return x;
}
static struct { int k; } tbl[3];
async int h(int n)
{
    __auto_type p = &tbl[1];
    __typeof__(tbl[0]) q = tbl[2];
    await f(n);
    return p->k + q.k;
}
