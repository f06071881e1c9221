/* Local types in macros, alignments, callbacks, recursion, scopes. */
#include <asyncc.h>
#include <stdio.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <complex.h>

static async int one(int v) { await async_yield(); return v; }
#define container_of(p, type, member) ((type *)((char *)(p) - offsetof(type, member)))
#define SWAP(a, b) do { typedef __typeof__(a) swap_type; swap_type t_ = (a); (a) = (b); (b) = t_; } while (0)
#define MAX(a, b) ({ __typeof__(a) a_ = (a); __typeof__(b) b_ = (b); a_ > b_ ? a_ : b_; })
#define LOCAL_LIST(T) struct list_##T { T v; struct list_##T *next; }
#define IS_ON(x) ((x) == ON)

static async int members(void)
{
    struct s { int s; struct s *next; } s = { .s = 1, .next = 0 }, *ps = &s;
    typedef struct t { int t; } t;
    t u = { .t = 2 }, *pu = &u;
    goto s;
s:
    await async_yield();
    ps->next = &s;
    struct s copy = { .s = s.s + 1, .next = ps };
    await async_yield();
    return copy.next->s + pu->t + container_of(&copy.next, struct s, next)->s + (int)sizeof(t);
}

static async int alignments(void)
{
    enum { LINE = 64 };
    struct cell { double d; };
    typedef int four __attribute__((vector_size(16)));
    typedef double _Complex cd;
    _Alignas(LINE) char a[3] = { 1 };
    _Alignas(struct cell) char b[sizeof(struct cell)] = { 2 };
    char c[2] __attribute__((aligned(LINE / 2))) = { 3 };
    four v = { 1, 2, 3, 4 }, *pv = &v;
    cd z = 1 + 2 * I, *pz = &z;
    char *pa = a, *pb = b, *pc = c;
    await async_yield();
    printf("%d %d %d\n", (int)((uintptr_t)pa % LINE), (int)((uintptr_t)pb % _Alignof(struct cell)), (int)((uintptr_t)pc % 32));
    return pa[0] + pb[0] + pc[0] + (*pv)[3] + (int)cimag(*pz);
}

static async int macros(int n)
{
    enum sw { OFF, ON } e = ON, *pe = &e;
    struct p { int x; } a = { 1 }, b = { 2 };
    LOCAL_LIST(int) l = { 3, 0 };
    struct list_int *pl = &l;
    SWAP(a, b);
    await async_yield();
    SWAP(a, b);
    int m = MAX(a.x, await one(n));
    await async_yield();
    struct sum { struct p p; __typeof__(a) q; enum sw on; } s = { a, b, e };
    struct sum *q = &s;
    await async_yield();
    return m * 100 + q->p.x * 10 + q->q.x + IS_ON(*pe) + IS_ON(s.on) + pl->v;
}

static async int recursive(int n)
{
    struct frame { int n; struct frame *up; char pad[3]; } f = { n, 0, "" };
    struct frame *p = &f;
    if (n == 0)
        return 0;
    int below = await recursive(n - 1);
    return below + p->n;
}

static async int even(int n);
static async int odd(int n) { struct o { int n; } o = { n }, *p = &o; return n == 0 ? 0 : (await even(n - 1)) + p->n; }
static async int even(int n) { struct o { char c; int n; } o = { 0, n }, *p = &o; return n == 0 ? 1 : (await odd(n - 1)) + p->n; }

static async int forward_user(void);
static async int uses_forward(void) { return await forward_user() + 1; }
#define ROOM 6
static async int forward_user(void)
{
    struct room { char c[ROOM]; } r = { "abcde" };
    char *p = r.c;
    await async_yield();
    return p[4] + (int)sizeof r;
}

static async int bits(void)
{
    struct b { unsigned a : 3; enum mode { M0, M1, M2 } mode : 4; uint64_t w : 33; _Bool f : 1; } b = { 1, M2, 1ull << 32, 1 };
    struct b *p = &b;
    struct { uint8_t x : 4, y : 4; } __attribute__((packed)) nib = { 3, 4 };
    await async_yield();
    p->a = 7;
    await async_yield();
    return (int)(b.w >> 30) + b.a + b.mode + b.f + nib.x * nib.y + (int)sizeof nib;
}

static async int callbacks(void)
{
    struct ctx { int (*f)(struct ctx *, int); int v; };
    typedef int (*callback)(struct ctx *, int);
    typedef struct ctx *(*maker)(callback, int (*[2])(struct ctx *));
    callback c = 0;
    maker m = 0;
    struct ctx x = { c, 4 }, *px = &x;
    await async_yield();
    return px->v + (c == 0) + (m == 0) + (px->f == c);
}

static async int scopes(int n)
{
    int r = 0;
    if (n) {
        enum color { RED = 1, GREEN } c = GREEN, *p = &c;
        struct box { enum color c; } b = { RED }, *pb = &b;
        await async_yield();
        r += *p * 10 + pb->c;
    } else {
        enum color { RED = 5, BLUE } c = BLUE, *p = &c;
        struct box { enum color c[2]; } b = { { RED, BLUE } }, *pb = &b;
        await async_yield();
        r += *p * 10 + pb->c[0];
    }
    while (n-- > 0) {
        union color { int i; } c = { n }, *p = &c;
        await async_yield();
        r += p->i;
    }
    return r;
}

static async int conditional(int n)
{
    struct a { int v; } x = { 1 }, y = { 2 };
    struct a z = n ? x : y;
    struct a w = (await one(n)) ? (struct a){ 3 } : y;
    struct a *p = n ? &x : &y;
    await async_yield();
    return z.v * 100 + w.v * 10 + p->v + (n ? x : (await one(1), y)).v + ((struct a){ await one(7) }).v;
}

static async int one_line(void) { struct l { int a; } x = { 1 }, *p = &x; typedef struct l lt; lt y = { 2 }, *q = &y; await async_yield(); return p->a + q->a; }

async int main(void)
{
    printf("%d\n", await members());
    printf("%d\n", await alignments());
    printf("%d\n", await macros(4));
    printf("%d\n", await recursive(4));
    printf("%d %d\n", await odd(3), await even(4));
    printf("%d\n", await uses_forward());
    printf("%d\n", await bits());
    printf("%d\n", await callbacks());
    printf("%d %d\n", await scopes(0), await scopes(3));
    printf("%d %d\n", await conditional(0), await conditional(1));
    printf("%d\n", await one_line());
    return 0;
}
