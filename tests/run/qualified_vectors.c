/* options: -Wno-psabi -Wno-ignored-qualifiers -Wno-cast-qual */
/* Vectors of const and volatile elements; and vectors in places where a zero is written for them. */
#include <asyncc.h>
#include <stdio.h>

typedef int pair __attribute__((vector_size(8)));
typedef const int fixed __attribute__((vector_size(8)));
typedef volatile int device __attribute__((vector_size(8)));
typedef const volatile float both __attribute__((vector_size(16)));

struct holder { fixed m; int k; };
struct holders { fixed m[2]; };

static async int f(int v)
{
    await async_yield();
    return v;
}

static async fixed pass(fixed a, device b, const pair c)
{
    fixed *p = &a;
    await f(b[0] + c[0]);
    return *p;
}

static async struct holder hold(struct holder h)
{
    await f(1);
    return h;
}

static async pair deferred(int v)
{
    defer printf("<%d> ", v);
    await f(1);
    if (v > 1)
        return (pair){ v, 2 };
    return (pair){ v, 1 };
}

async int main(void)
{
    fixed v = { 1, await f(2) }, several[2] = { { await f(3), 4 }, { 5, 6 } };
    device w = { await f(7), 8 };
    both z = { (float)await f(9), 10 };
    struct holder h = { .m = { await f(11), 12 }, .k = 13 };
    struct holders hs = { { { 14, await f(15) } } };
    await f(1);
    w[0] = await f(16);
    printf("%d %d %d %d %d %d\n", v[1], several[1][1], w[0], (int)z[1], h.m[1], hs.m[0][1]);
    fixed u = await pass(v, w, several[0]), x = await f(1) ? u : v, *p = &(fixed){ 17, await f(18) };
    printf("%d %d %d %d ", u[1], x[0], (*p)[1], (await hold(h)).m[0]);
    task(fixed) t = create_task(pass(v, w, u));
    fixed joined = await join(t);
    __typeof__(v) same = { await f(19) };
    __auto_type copy = v;
    await f(1);
    printf("%d %d %d %d\n", joined[1], same[0], copy[1], (v * await f(20))[1]);
    pair got;
    printf("%d ", await timeout(5, pass(v, w, u)));
    printf("%d ", await timeout(5, got = deferred(2)));
    printf("%d %d\n", got[0], (await deferred(1))[1]);
    return 0;
}
