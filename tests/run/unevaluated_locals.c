/* What is not evaluated names locals as the output spells them: those that live in the frame, those that are kept there, and those of
 * statement expressions. */
#include <asyncc.h>
#include <assert.h>
#include <stdalign.h>
#include <stddef.h>
#include <stdio.h>
#include <stdarg.h>
struct pair { int a, b[3]; };
static async int f(int v) { await async_yield(); return v; }
static async int sum(const int *v, int n) { int s = 0; for (int i = 0; i < n; i++) s += await f(v[i]); return s; }
static async struct pair make(int v) { await async_yield(); return (struct pair){ v, { v, v + 1, v + 2 } }; }
static async int use(int *p) { await async_yield(); return *p; }

static async int asserts(int n)
{
    int v[3] = { 1, 2, n };
    int k = n;
    assert(await sum(v, 3) == 3 + n);
    assert(await f(k) == n && v[0] == 1);
    assert(sizeof(await sum(v, k)) == sizeof(int));
    assert(({ int q = k; int w[2] = { q, 1 }; await sum(w, 2) == n + 1; }));
    assert(await use(&k) == n);
    return v[2] + k;
}
static async int sizes(int n)
{
    int v[3] = { 1, 2, n };
    struct pair p = { 1, { 2 } };
    char c[7] = "abc";
    int r = await sum(v, 3);
    r += (int)(sizeof v + sizeof(v) + sizeof v[0] + sizeof p.b + sizeof(struct pair) + __alignof__(p) + __alignof__(v) + alignof(int));
    r += (int)sizeof(await sum(v, 3)) + (int)sizeof(await make(p.b[0])) + (int)sizeof((await make(v[1])).b);
    r += (int)sizeof(char[sizeof v]) + (int)sizeof(__typeof__(v)) + (int)sizeof(__typeof__(await make(v[0])));
    _Static_assert(sizeof v == 12, "v");
    _Static_assert(sizeof(v[0]) == 4, "v");
    enum { N = sizeof v, M = sizeof(c) };
    int a[sizeof v] = { [sizeof c] = 3 };
    static int t[sizeof v / sizeof *v];
    struct { char x[12]; int bits : 7; } s = { { 1 }, 3 };
    typedef __typeof__(v) same;
    same w = { 4, 5, 6 };
    _Alignas(16) int aligned = 3;
    _Alignas(int) int aligned2 = 3;
    r += await sum(w, 3) + await use(&aligned) + await use(&a[7]) + await use(&aligned2);
    t[0] += await use(s.x[0] ? &a[7] : 0);
    r += N + M + t[0] + s.bits + (int)sizeof a + c[1] + p.a;
    switch (r & 0 ? 0 : (int)sizeof v) {
    case sizeof v: r += await f(1000); break;
    case sizeof c: r += await f(2000); break;
    default: r += 5;
    }
    return r + v[2];
}
static async int others(int n)
{
    int v[3] = { 1, 2, n };
    struct pair p = { 1, { 2 } };
    char c = 3;
    int r = await sum(v, 3) + await use(&p.a) + await f(c);
    r += _Generic(v, int *: 1, default: 2) + _Generic(p, struct pair: await f(10), default: 20) + _Generic(c, char: 5, int: await f(v[0]));
    r += _Generic(await f(v[0]), int: await sum(v, 2), char: 3) + _Generic(await make(p.a), struct pair: v[1]);
    r += __builtin_choose_expr(sizeof v > 4, await use(&v[1]), v[2]) + __builtin_types_compatible_p(__typeof__(v), int[3]);
    r += __builtin_types_compatible_p(__typeof__(await make(p.b[1])), struct pair) * 50 + !__builtin_constant_p(await f(v[0]));
    r += (int)offsetof(struct pair, b[sizeof(p.a) / 4]) + __builtin_constant_p(v[1]) + (__builtin_object_size(v, 0) > 4);
    __typeof__(v[0]) x = *(__typeof__(v[0]) *)&v[1];
    __typeof__(*v) *y = (__typeof__(v)){ 7, 8, 9 };
    __typeof__(await use(&v[0])) z = await f(y[1]);
    r += x + y[2] + z + await use(y);
    r += ((int[sizeof(p) / 16]){ 6 })[await f(0)];
    for (__typeof__(v[0]) i = 0; i < (int)(sizeof v / sizeof *v); i++)
        r += await f(v[i]);
    int g(int a[3]);
    r += (int)sizeof g(v);
    return r + v[2];
}
static async int in_macro(int n)
{
#define SIZE(x) ((int)sizeof(x))
#define TYPED(x) ({ __typeof__(x) x_ = (x); x_; })
#define MAX(a, b) ({ __typeof__(a) a_ = (a); __typeof__(b) b_ = (b); a_ > b_ ? a_ : b_; })
#define COUNT(a) (sizeof(a) / sizeof *(a))
    int v[3] = { 1, 2, n };
    int r = SIZE(v) + SIZE(await sum(v, 3)) + TYPED(await sum(v, 3)) + MAX(await use(&v[1]), await sum(v, COUNT(v)));
    r += MAX(v[0], await f(v[2])) + TYPED(v[1]) + SIZE(MAX(v[0], await f(v[1])));
    return r + v[0];
}
static async int inner(int n)
{
    int v[3] = { 1, 2, n };
    int r = (int)sizeof ({ int v[5] = { 1 }; await sum(v, 5); v[0]; }) + (int)sizeof ({ char q = 'c'; await use(&r); q; });
    r += _Generic(1, int: 2, char: ({ int d[2] = { 1 }; d[0] + await use(&d[1]); }));
    r += _Generic((char)1, int: ({ int e = await f(3); e; }), char: ({ int d[2] = { 1 }; d[0] + await use(&d[1]); }));
    r += __builtin_choose_expr(0, ({ int e = await f(3); await use(&e); }), ({ int e = await f(4); await use(&e) + e; }));
    r += (int)sizeof(__typeof__(({ int z = await f(2); await use(&z); z; })));
    r += (int)__alignof__(({ (void)await f(3); typedef int row[n], (*rows)[n]; row d; rows p = &d; (*p)[0]; }));
    __typeof__(({ (void)await f(3); int d[n]; d[0]; })) s = await f(n);
    r += s + await use(&v[0]);
    return r + v[2];
}
async int main(void)
{
    printf("%d\n", await asserts(5));
    printf("%d\n", await sizes(5));
    printf("%d\n", await others(5));
    printf("%d\n", await in_macro(5));
    printf("%d\n", await inner(5));
    return 0;
}
