/* Which types local types go with, and which names they get. */
#include <asyncc.h>
#include <stdio.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

static async int one(int v) { await async_yield(); return v; }

/* the same names in several functions, and names like generated ones */
static async int f_s(void) { struct type { int a; } x = { 1 }, *p = &x; await async_yield(); return p->a; }
static async int f(void) { struct s_type { int a; } x = { 2 }, *p = &x; struct frame { int q; } y = { 3 }, *py = &y; enum { run = 3, state }; struct unit { char c[state]; } u = { "abc" }, *pu = &u; await async_yield(); return p->a + py->q + pu->c[0]; }

typedef struct file_scope { int v; } file_scope;
struct later;

static async int uses_file(void)
{
    typedef file_scope mine[2];
    struct holder { mine m; struct later *l; file_scope *f; } h = { { { 1 }, { 2 } }, 0, 0 };
    h.f = h.m;
    await async_yield();
    return h.f[1].v;
}
struct later { int z; };

/* before what it awaits, which mentions what comes between */
static async int below(int n);
static async int above(int n) { return await below(n) + 1; }
enum { SIZE = 5 };
typedef char name_type[SIZE];
static async int below(int n)
{
    struct entry { name_type name; int n; } e = { "abcd", n }, *p = &e;
    await async_yield();
    return p->n + (int)sizeof(struct entry) + p->name[3];
}

static async int qualified(void)
{
    const struct c { int a; const char *s; } c = { 1, "x" }, *const pc = &c;
    static const struct tab { int k; char v[4]; } table[] = { { 1, "one" }, { 2, "two" } };
    struct const_member { const int a; char b; } cm = { 5, 'b' };
    const struct tab *t = table;
    volatile struct vol { int v; } vol = { 1 };
    volatile struct vol *pv = &vol;
    struct at { _Atomic int n; } at = { 3 };
    struct at *pat = &at;
    await async_yield();
    pv->v++;
    pat->n++;
    struct const_member copy = cm;
    await async_yield();
    return c.a + pc->s[0] + t[1].v[0] + vol.v + at.n + copy.a + copy.b;
}

static async int arrays(void)
{
    struct m { int v[2][3]; } m[2] = { { { { 1 } } } }, (*pm)[2] = &m;
    typedef struct m (*matrix_pointer)[2];
    matrix_pointer mp = &m;
    typedef int vector[4];
    typedef const vector *cvp;
    vector v = { 1, 2, 3, 4 };
    cvp c = (cvp)&v;
    const vector cv[2] = { { 1 }, { 2, 7 } };
    const vector *pcv = cv;
    await async_yield();
    return (*pm)[0].v[0][0] + (int)(sizeof *mp / sizeof(struct m)) + (*c)[3] + pcv[1][1];
}

static async int unions(void)
{
    union u { struct { uint8_t lo, hi; }; uint16_t w; struct named { uint8_t b[2]; } n; } u = { .w = 0x0102 };
    struct named n = u.n;
    union u *p = &u;
    await async_yield();
    return p->lo + p->hi * 10 + n.b[0];
}

static async int vla(int n)
{
    struct el { int a; char b; } list[n];
    struct el *p = list;
    memset(list, 0, sizeof list);
    typedef struct el els[n];
    els more;
    memset(more, 0, sizeof more);
    list[n - 1].a = 4;
    await async_yield();
    more[0].b = 1;
    await async_yield();
    return p[n - 1].a + (int)(sizeof list / sizeof(struct el)) + more[0].b + (int)sizeof(els);
}

static async int nested_functions_like(void)
{
    int r = 0;
    {
        struct arg { int a; }; typedef int fn(struct arg *);
        fn *g = 0;
        struct holds { fn *f; int (*h)(fn *); } h = { g, 0 };
        await async_yield();
        r += h.f == g && !h.h;
    }
    {
        enum e { A = 1, B = A << 3, C = sizeof(struct in_enum { char c[9]; }) };
        struct s { enum e e; char c[C]; unsigned bits : B; } s = { B, "c", 200 };
        struct in_enum i = { "i" };
        enum e list[] = { A, B, C }, *pe = &list[1];
        await async_yield();
        r += s.e + s.bits + *pe + i.c[0];
    }
    return r;
}

static async int auto_types(void)
{
    struct { int a; struct { int b; } in; } s = { 1, { 2 } };
    __auto_type p = &s;
    __auto_type in = s.in;
    __typeof__(s) copy = s;
    __typeof__(s.in) *pin = &copy.in;
    __typeof__(struct inside { int v; }) ti = { 3 };
    __auto_type lit = &(struct lit { int w; }){ 4 };
    __auto_type arr = (struct el { int x; }[]){ { 1 }, { 2 } };
    await async_yield();
    struct inside *q = &ti;
    await async_yield();
    return p->a + in.b + pin->b + q->v + lit->w + arr[1].x;
}

static async int dropped(int n)
{
    if (n) {
        struct only { int a; };
        typedef struct only only_t;
        only_t *x = 0, y = { n };
        x = &y;
        await async_yield();
        return x->a;
    }
    struct unused_later { int z; } u = { await one(1) };
    return u.z;
}

static async int initialisers(void)
{
    struct point { int x, y; } grid[2][2] = { [1] = { [0] = { .y = 3 } } };
    struct line { struct point a, b; } l = { .b = { 1, await one(2) }, .a = (struct point){ 3, 4 } };
    struct point *p = &(struct point){ 5, await one(6) };
    await async_yield();
    struct point q = *p, r = (struct point){ await one(7), 8 };
    await async_yield();
    return grid[1][0].y + l.a.x + l.b.y + q.y + r.x;
}

async int main(void)
{
    printf("%d %d\n", await f_s(), await f());
    printf("%d\n", await uses_file());
    printf("%d\n", await above(3));
    printf("%d\n", await qualified());
    printf("%d\n", await arrays());
    printf("%d\n", await unions());
    printf("%d\n", await vla(3));
    printf("%d\n", await nested_functions_like());
    printf("%d\n", await auto_types());
    printf("%d %d\n", await dropped(1), await dropped(0));
    printf("%d\n", await initialisers());
    return 0;
}
