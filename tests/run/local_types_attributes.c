/* Attributes of local types and of their members, direct and by macros. */
#include <asyncc.h>
#include <stdio.h>
#include <stddef.h>
#include <stdint.h>
#define PACKED __attribute__((packed))
#define ALIGNED(n) __attribute__((aligned(n)))
#define NOTHING
#define BOTH(n) PACKED ALIGNED(n)

static async int one(int v) { await async_yield(); return v; }

static async void front(void)
{
    struct PACKED a { char c; int i; } a = { 1, 2 };
    struct ALIGNED(32) b { char c; int i; } b = { 1, 2 };
    struct __attribute__((packed, aligned(2))) c { char c; int i; } c = { 1, 2 };
    struct NOTHING d { char c; int i; } NOTHING d = { 1, 2 };
    union PACKED { char c; int i; } e = { 1 };
    struct f { char c; union PACKED { int i; short s; } u; } f = { 1, { 2 } };
    struct { char c; int i ALIGNED(16); } PACKED g = { 1, 2 };
    struct h { char c; _Alignas(16) int i; char d; } h = { 1, 2, 3 };
    struct i { char c; int i PACKED; short s ALIGNED(8); } BOTH(4) i = { 1, 2, 3 };
    await async_yield();
    printf("%zu %zu %zu %zu %zu %zu %zu %zu %zu\n", sizeof a, sizeof b, sizeof c, sizeof d, sizeof e, sizeof f, sizeof g, sizeof h, sizeof i);
    printf("%zu %zu %zu %zu %zu %zu %zu %zu %zu\n", _Alignof(struct a), _Alignof(struct b), _Alignof(struct c), _Alignof(struct d), _Alignof(__typeof__(e)), _Alignof(struct f), _Alignof(__typeof__(g)), _Alignof(struct h), _Alignof(struct i));
    printf("%zu %zu %zu %zu %zu\n", offsetof(struct a, i), offsetof(struct f, u), offsetof(struct h, i), offsetof(struct i, i), offsetof(struct i, s));
    printf("%d\n", a.i + b.i + c.i + d.i + e.c + f.u.i + g.i + h.i + i.i);
}

static async int typedefs(void)
{
    typedef int wide ALIGNED(64);
    typedef struct { char c; wide w; } PACKED holder;
    typedef int narrow __attribute__((aligned(1)));
    struct s { char c; narrow n; } s = { 1, 2 };
    typedef struct pair { char a; int b; } PACKED pair, *pairs, trio[3];
    holder h = { 1, 2 };
    wide w = 3, *pw = &w;
    pair p = { 1, 2 };
    pairs ps = &p;
    trio t = { { 1, 2 }, { 3, 4 }, { 5, 6 } };
    struct pair q = t[1];
    const wide cw = 4, *pcw = &cw;
    typedef const int fixed ALIGNED(64);
    char odd = 1, *podd = &odd;
    fixed cf = 5, *pcf = &cf;
    await async_yield();
    printf("%zu %zu %zu %zu %zu\n", sizeof h, sizeof s, sizeof p, sizeof t, sizeof(wide) + _Alignof(wide));
    printf("%d %d\n", (int)((uintptr_t)pw % 64), (int)(((uintptr_t)pcw | (uintptr_t)pcf) % 64));
    return h.w + *pw + ps->b + t[2].b + q.b + s.n + *pcw + *pcf + *podd;
}

static async int notlive(void)
{
    struct s { char c; int v; } PACKED x = { 1, await one(4) };
    enum e { A, B } __attribute__((packed)) k = await one(1);
    return (int)sizeof x + (int)sizeof(struct s) + (int)sizeof(enum e) + x.v + k;
}

static async int enums(void)
{
    enum small { X, Y } PACKED;
    struct s { enum small a; enum { P = 5, Q } PACKED b; enum big { L = 1LL << 20 } c; } s = { Y, Q, L };
    enum small one_ = X, *p = &one_;
    enum small arr[3] = { X, Y, X };
    await async_yield();
    switch (s.b) { case P: return 1; case Q: break; }
    return (int)sizeof s * 100 + s.a + s.b + *p + arr[1] + (int)sizeof arr + (s.c == L);
}

async int main(void)
{
    await front();
    printf("%d\n", await typedefs());
    printf("%d\n", await notlive());
    printf("%d\n", await enums());
    return 0;
}
