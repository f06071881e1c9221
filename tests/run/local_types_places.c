/* Local types, wherever a declaration or an expression may define one. */
#include <asyncc.h>
#include <stdarg.h>
#include <stdio.h>
#include <stddef.h>
#include <string.h>

struct node { int global; };
enum { GLOBAL = 7 };
typedef int word;

static async int one(int v) { await async_yield(); return v; }

static async int casts(void)
{
    char bytes[16] = { 1, 0, 0, 0, 2, 0, 0, 0 };
    void *v = bytes;
    int a = ((struct overlay { int x, y; } *)v)->y;
    struct overlay *p = v, copy = *p;
    int n = _Alignof(struct al { long l; }) + sizeof(struct header { char c[7]; });
    struct header h = { "h" };
    __auto_type untagged = (struct { int q; }){ 3 };
    struct al al = { 3 };
    await async_yield();
    int b = (struct lit { int q; }){ 5 }.q + await one(1);
    struct lit l = { 6 };
    await async_yield();
    return a + p->x + copy.y + n + (int)al.l + b + l.q + h.c[0] + untagged.q;
}

static async int heads(void)
{
    int sum = 0;
    for (struct counter { int i, n; } c = { 0, 3 }; c.i < c.n; c.i++) {
        struct counter other = c;
        await async_yield();
        sum += other.i + c.n;
    }
    for (struct { int i; } d = { await one(1) }; d.i < 4; d.i += await one(1))
        sum += d.i;
    struct counter { char c; } x = { 'x' }, *px = &x;
    await async_yield();
    return sum + px->c;
}

static async int pointers(void)
{
    typedef int row[3], (*row_pointer)[3];
    typedef int operation(int);
    typedef operation *operations[2];
    row rows[2] = { { 1, 2, 3 }, { 4, 5, 6 } };
    const row fixed = { 7, 8, 9 };
    row *r = rows;
    row_pointer rp = &rows[1];
    const row *pf = &fixed;
    struct ops { operation *f; operations g; row *rows; int (*(*pick)(row *))(void); } ops = { 0, { 0 }, r, 0 };
    word w = 2, *pw = &w;
    await async_yield();
    return (*r)[1] + (*rp)[2] + (*pf)[0] + (ops.f == 0) + ops.rows[1][0] + *pw;
}

static async int mutual(void)
{
    struct b;
    struct a { struct b *b; int v; };
    struct b { struct a *a; struct node *n; int v; };
    struct node { int v; struct a a; };
    struct node n = { 1, { 0, 2 } };
    struct b b = { &n.a, 0, 3 };
    n.a.b = &b;
    await async_yield();
    return n.a.b->v * 100 + b.a->v * 10 + n.v;
}

static async int opaque(void)
{
    struct hidden;
    struct hidden *p = 0;
    struct keeps { struct hidden *h; struct unknown *u; } k = { p, 0 };
    await async_yield();
    struct hidden *q = k.h;
    await async_yield();
    return q == p && !k.u;
}

static async int shadows(void)
{
    struct node outer = { 1 };
    int sum = 0;
    {
        struct node { char c[3]; } inner = { "ab" };
        typedef char word;
        enum { GLOBAL = 3 };
        word w = GLOBAL, *pw = &w;
        struct uses { word w; char n[GLOBAL]; struct node node; } u = { 1, "x", inner };
        await async_yield();
        sum += (int)sizeof(struct node) + (int)sizeof u + *pw + u.node.c[1];
        {
            struct node;
            struct node *p = 0;
            await async_yield();
            struct node { double d; } deepest = { 1.5 };
            p = &deepest;
            await async_yield();
            sum += (int)p->d + (int)sizeof(*p) + (int)sizeof(word);
        }
        struct node again = inner;
        await async_yield();
        sum += again.c[0];
    }
    word w = GLOBAL, *pw = &w;
    await async_yield();
    return sum + outer.global + *pw + (int)sizeof(struct node) + (int)sizeof(word);
}

static async int several(void)
{
    struct S { int a; } x = { 1 }, *p = &x, q[2] = { { 2 }, { 3 } }, f(void);
    static struct T { int b; } t = { 4 };
    const struct U { int c; } u = { 5 }, *pu = &u;
    volatile struct V { int d; } v = { 6 };
    register struct W { int e; } w = { 7 };
    struct T *pt = &t;
    extern struct node shared_node;
    await async_yield();
    v.d++;
    return p->a + q[1].a + pt->b + pu->c + v.d + w.e + shared_node.global;
}
struct node shared_node = { 50 };

static async int flexible(void)
{
    struct flex { int n; char c[]; };
    union { struct flex f; char room[16]; } u = { { 3 } };
    struct flex *f = &u.f;
    memcpy(f->c, "abc", 4);
    struct bits { unsigned a : 3, : 5, b : 8; int : 0; signed c : 4; _Bool d : 1; } b = { 5, 200, -3, 1 };
    await async_yield();
    return f->c[2] + f->n + b.a + (int)b.b + b.c + b.d + (int)sizeof b;
}

static async int inner_types(void)
{
    struct outer {
        struct in { int x; enum state { OFF, ON } s; union { int i; float f; } u; } in;
        struct { int y; };
    } o = { { 1, ON, { 2 } }, { 3 } };
    struct in i = o.in;
    __auto_type u = o.in.u;
    __typeof__(o.in.u) *pu = &u;
    enum state s = OFF, *ps = &s;
    await async_yield();
    return i.x + (i.s == ON) + pu->i + o.y + (*ps == OFF);
}

static async int mentions(int param)
{
    int local[5] = { param };
    double d = 2;
    struct s { __typeof__(local[0]) a; char b[sizeof local]; __typeof__(d) *p; char c[sizeof(param) + sizeof d]; } s = { 1, "b", &d, "c" };
    typedef __typeof__(d) real;
    real r = 3, *pr = &r;
    await async_yield();
    return s.a + (int)sizeof s + (int)*s.p + (int)*pr + local[0];
}

static async int only_mentioned(int param)
{
    int local[3], other[2];
    struct s { char c[sizeof local + sizeof param]; char d[sizeof other]; } s = { "c", "d" };
    await async_yield();
    return (int)sizeof s + s.c[0];
}

static async int statement(void)
{
    int v = ({ struct S { int a; } s = { await one(2) }; s; }).a + ({ struct S { char c; } s = { 'c' }; await async_yield(); s.c; });
    __auto_type w = ({ struct { int z; } s = { await one(2) }; s; });
    await async_yield();
    return v + w.z;
}

static int variadic(int n, ...)
{
    va_list list;
    va_start(list, n);
    int x = va_arg(list, struct va { int x; }).x;
    va_end(list);
    return x;
}

static async int generic(void)
{
    struct G { int a; } g = { 1 };
    union H { int b; } h = { 2 };
    await async_yield();
    int k = _Generic(g, struct G: 1, union H: 2) * 10 + _Generic(h, struct G: 1, union H: 2);
    int m = __builtin_types_compatible_p(__typeof__(g), struct G);
    return k + m + (int)offsetof(struct off { char c; int i; }, i) + variadic(1, g);
}

async int main(void)
{
    printf("%d\n", await casts());
    printf("%d\n", await heads());
    printf("%d\n", await pointers());
    printf("%d\n", await mutual());
    printf("%d\n", await opaque());
    printf("%d\n", await shadows());
    printf("%d\n", await several());
    printf("%d\n", await flexible());
    printf("%d\n", await inner_types());
    printf("%d\n", await mentions(4));
    printf("%d\n", await only_mentioned(1));
    printf("%d\n", await statement());
    printf("%d\n", await generic());
    return 0;
}
