/* What a pointer points into lives as long as C says: compound literals, by whichever member, as long as their block; structs that
 * expressions give, when an array in them is meant, to the end of the full expression; across awaits, and in branches. */
#include <asyncc.h>
#include <stdio.h>
struct S { int x, r[2]; struct { int y; char z[4]; } in; };
union U { int a[2]; struct S s; };
static async int f(int x) { await async_yield(); return x; }
static async struct S g(int x) { await async_yield(); return (struct S){ x, { x + 1, x + 2 }, { x + 3, "ab" } }; }
static struct S h(int x) { return (struct S){ x, { x + 1, x + 2 }, { x + 3, "ab" } }; }
static async int sum(const int *p, int n) { int s = 0; for (int i = 0; i < n; i++) s = s * 3 + p[i] + await f(0); return s; }
static int sum2(const int *p, int n) { int s = 0; for (int i = 0; i < n; i++) s = s * 3 + p[i]; return s; }
static async int chars(const char *p) { await async_yield(); return p[0] + p[1] * 256; }
static async int both(const int *p, int v) { await async_yield(); return p[0] * 10 + p[1] + v * 100; }
static int both2(const int *p, int v) { return p[0] * 10 + p[1] + v * 100; }

static async int temporaries(int x)
{
    struct S s = { 1, { 2, 3 }, { 4, "cd" } }, t = { 5, { 6, 7 }, { 8, "ef" } };
    printf("%d ", await both((await g(x)).r, await f(2)));
    printf("%d ", both2((await g(x)).r, await f(2)));
    printf("%d ", both2(h(x).r, await f(2)));
    printf("%d ", await both(h(x).r, await f(2)));
    printf("%d ", await sum(h(x).r, 2));
    printf("%d ", await sum((x ? s : t).r, 2));
    printf("%d ", await sum((x ? await g(4) : t).r, 2));
    printf("%d ", await sum((x ? t : await g(4)).r, 2));
    printf("%d ", await sum((s = t).r, 2));
    printf("%d ", await sum((s.x++, t).r, 2));
    printf("%d ", await sum(({ struct S u = s; u.r[0] += x; u; }).r, 2));
    printf("%d ", await sum(({ struct S u = s; u.r[0] += await f(x); u; }).r, 2));
    printf("%d ", await chars((await g(x)).in.z));
    printf("%d ", await chars(h(x).in.z + 0));
    printf("%d ", await sum(&h(x).r[0], 2));
    printf("%d ", *((await g(x)).r + await f(1)));
    printf("%d ", (await g(x)).r[await f(1)]);
    printf("%d ", h(x).r[await f(1)] + (await f(1))[h(x).r]);
    printf("%d ", h(x).in.z[await f(1)]);
    printf("%d\n", (await f(x) ? sum2(h(x).r, 2) : 0) + sum2(h(x).r, await f(2)) + s.x);
    return 0;
}
static async int literals(int x)
{
    int *p = ((struct S){ .r = { 0, x } }).r + 1;
    int *q = &((struct S){ .r = { x } }).r[0];
    int *v = &(struct S){ .x = x }.x;
    int *w = &((union U){ .s = { .x = x } }).s.x;
    const char *z = (struct S){ .in.z = "xy" }.in.z;
    int *m = (struct S[2]){ { .x = 1 }, { .x = x } }[1].r;
    int *k = &(1 ? &(int){ x } : 0)[0];
    volatile int *vol = &(volatile int){ x };
    const int *con = &(const int){ x };
    const int *ca = (const int[]){ x, 3 };
    int (*whole)[2] = &(int[2]){ x, 4 };
    int *gen = &_Generic(x, int: (struct S){ .x = x }, char: (struct S){ .x = 7 }).x;
    await f(1);
    printf("%d %d %d %d %c %d %d %d %d %d %d %d ", *p, *q, *v, *w, z[1], m[0], *k, *vol, *con, ca[0], (*whole)[1], *gen);
    printf("%d ", await sum(&(struct S){ .x = x }.x, 1));
    printf("%d ", ((struct S){ 1, { await f(2), 3 }, { 0, "" } }).r[await f(1)] + (int[]){ 4, 5 }[await f(1)]);
    printf("%d ", *&(struct S){ .x = await f(5) }.x + *&(int){ await f(4) });
    return 0;
}
static async int blocks(int a)
{
    int *p = NULL, *q = NULL, *r = NULL, n = 0;
    if ((p = (int[]){ 1, a }) && await f(1) && (q = &(int){ 3 }) && (await f(0) || (r = &(int){ 4 })))
        printf("%d %d %d ", p[1], *q, *r);
    switch (*(p = &(int){ a }) + await f(0)) {
    default:
        printf("%d ", *p);
        if ((q = &(int){ a + 1 }))
            await f(1);
        printf("%d ", *q);
    }
    p = NULL;
    while (await f(n) + (p ? *p : 0) < 30 && (p = &(int){ n + 3 }))
        n += await f(3);
    printf("%d ", n);
    p = NULL;
    do n--; while (await f(n) + (p ? *p : 0) > 5 && (p = &(int){ n }));
    printf("%d ", n);
    for (p = (int[]){ 5, 6 }, q = &(int){ await f(2) }; p[0] < 9 && (r = &(int){ p[0] }); p[0]++, await f(*r))
        n += *r + *q + p[1];
    printf("%d ", n);
    for (int i = 0, *s = (int[]){ 1, 2 }; i < 3 && (q = &(int){ i }, await f(1)); i++, s[0] += *(r = &(int){ await f(i) }))
        n += s[0] + *q;
    printf("%d ", n);
    n = a ? sum2((int[]){ 1, 2 }, 2) : await f(2);
    p = a ? (int[]){ 1, 2 } : (int[]){ await f(3) };
    q = (int *)(a ? NULL : &(int){ await f(3) }) ?: &(int){ 7 };
    r = (await f(1), &(int){ 8 });
    printf("%d %d %d %d ", n, p[1], *q, *r);
    p = (await f(1), a ? (int[]){ 1, 3 } : NULL), n = p[1];
    n += ({ int *t = (int[]){ 1, 2 }; await f(1); t[1]; }) + ({ int *t = (int[]){ 1, 2 }; t[1]; });
    for (int i = 0; i < 3; i++) {
        int *t = &(int){ i };
        if (i == 1)
            continue;
        p[0] += *t + await f(1) + *t;
    }
again:
    q = &(int){ n++ };
    if (*q + await f(1) < 20)
        goto again;
    printf("%d %d %d\n", n, p[0], *q);
    return 0;
}
async int main(void)
{
    await temporaries(3);
    await literals(3);
    await blocks(3);
    return 0;
}
