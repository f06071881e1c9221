/* no elision */
/* What _Generic and __builtin_choose_expr select, and elements of vectors, in packed structs as destinations. */
#include <asyncc.h>
#include <stdio.h>
typedef int v4 __attribute__((vector_size(16)));
struct __attribute__((packed)) P { char c; int i; double d; struct { short s; int n; }; union { int u; float w; }; v4 v; };
struct __attribute__((packed, aligned(2))) Q { char c; struct { char k; int n; struct { int deep; }; }; int m; };
static async int f(int a) { return a + 1; }
static async int k(struct P *p, struct Q *q, int x)
{
    await gather(p->i = f(1), p->n = f(2), p->u = f(3), q->n = f(4), q->deep = f(5), q->m = f(6));
    await timeout(1, _Generic(x, int: p->i, default: p->d) = f(7));
    await gather(_Generic(x, int: p->n, default: p->d) = f(8), __builtin_choose_expr(1, p->i, p->d) = f(9));
    await gather(p->v[1] = f(10), p->v[x] = f(11));
    return 0;
}
static async int m(struct P *p, struct Q *q, int x)
{
    _Generic(x, int: p->i, default: p->d) = await f(x);
    __builtin_choose_expr(1, p->n, p->d) += await f(x);
    p->v[await f(0)] = await f(12);
    q->deep += await f(x);
    (*(await f(1) ? &*q : q)).deep += await f(2);
    _Generic(*(await f(1) ? p : p), struct P: (await f(1) ? p : p)->i) = await f(3);
    return 0;
}
async int main(void)
{
    struct P p = { 0 }; struct Q q = { 0 };
    await k(&p, &q, 0);
    await m(&p, &q, 2);
    printf("%d %d %d %d %d %d ", p.i, p.n, p.u, q.n, q.deep, q.m);
    printf("%d %d %d %d\n", p.v[0], p.v[1], p.v[2], p.v[3]);
    return 0;
}
