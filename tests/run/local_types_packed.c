/* The layout that pragmas ask for where a local type stands, in files, functions and macros. */
#include <asyncc.h>
#include <stdio.h>
#include <stddef.h>

static async int one(int v) { await async_yield(); return v; }

#define PACK_BEGIN _Pragma("pack(push, 1)")
#define PACK_END _Pragma("pack(pop)")
#define DO_PRAGMA(words) _Pragma(#words)
#define PACK_TO(n) DO_PRAGMA(pack(push, n))

static async void inside(void)
{
    struct a { char c; int i; } a = { 1, 2 };
#pragma pack(push, 1)
    struct b { char c; int i; struct a a; } b = { 1, 2, a };
    typedef struct { char c; long long l; } t;
#pragma pack(pop)
    struct c { char c; int i; struct b b; } c = { 1, 2, b };
    t d = { 1, 2 };
    _Pragma("pack(2)")
    struct e { char c; int i; } e = { 1, 2 };
    _Pragma("pack()")
    struct f { char c; int i; } f = { 1, 2 };
    PACK_BEGIN
    struct g { char c; int i; } g = { 1, 2 };
    PACK_END
    PACK_TO(2)
    struct k { char c; int i; } k = { 1, 2 };
    DO_PRAGMA(pack(pop))
    struct h { char c; int i; } h = { 1, 2 };
#pragma pack(push, outer, 2)
#pragma pack(push, 4)
    struct i { char c; long long l; } i = { 1, 2 };
#pragma pack(pop, outer)
    struct j { char c; long long l; } j = { 1, 2 };
    await async_yield();
    printf("%zu %zu %zu %zu %zu %zu %zu %zu %zu %zu\n", sizeof a, sizeof b, sizeof c, sizeof d, sizeof e, sizeof f, sizeof g, sizeof h, sizeof i, sizeof j);
    printf("%zu %zu %zu\n", offsetof(struct b, i), offsetof(struct c, b), offsetof(struct i, l));
    printf("%d\n", a.i + b.i + c.i + (int)d.l + e.i + f.i + g.i + h.i + k.i + (int)sizeof k + (int)i.l + (int)j.l);
}

#pragma pack(push, 1)
static async int outside(void)
{
    struct a { char c; int i; } a = { 1, 2 };
#pragma pack()
    struct b { char c; int i; } b = { 1, 2 };
    await async_yield();
    return (int)sizeof a * 10 + (int)sizeof b;
}
#pragma pack(pop)

static async int after(void)
{
    struct a { char c; int i; } a = { 1, await one(2) };
    await async_yield();
    return (int)sizeof a;
}

static async int early(void);
static async int caller(void) { return await early() + await one(1); }
#pragma pack(push, 1)
static async int early(void)
{
    struct a { char c; int i; } a = { 1, await one(2) };
    await async_yield();
    return (int)sizeof a;
}
#pragma pack(pop)

async int main(void)
{
    await inside();
    printf("%d\n", await outside());
    printf("%d\n", await after());
    printf("%d\n", await caller());
    return 0;
}
