/* What the text of local types may hold: macros, comments, conditions, lines; and what makes it. */
#include <asyncc.h>
#include <stdio.h>
#include <string.h>
#include <assert.h>
#include <stddef.h>

static async int one(int v) { await async_yield(); return v; }

#define STR struct
#define NODE struct node
#define MEMBERS int x; int y;
#define KIND(k) ((k) == GOOD)
#define DEFINE(name, type) struct name { type value; }
#define TYPEDEF(name) typedef struct name##_s { int v; struct name##_s *self; } name
#define STRING(x) #x
#define SHOW(x) printf("%s %zu\n", STRING(x), sizeof(x))
#define FIELD(s, m) offsetof(struct s, m)
#define COUNT(a) (sizeof(a) / sizeof((a)[0]))
#define IS_SET(x) ((x)->flag == ON)

static async int keyword_macro(void)
{
    STR m { int a; } x = { 1 };
    NODE { int v; NODE *next; } n = { 2, 0 };
    NODE *p = &n;
    STR m *pm = &x;
    await async_yield();
    return pm->a + p->v + (int)sizeof(STR m) + (int)sizeof(NODE);
}

static async int comments(void)
{
    struct /* a comment */ record /* another
        on two lines */ {
        int a; // one
        /* two */ char b;
#if defined(__GNUC__)
        short c;
#else
        double c;
#endif
#define LIMIT 3
        char d[LIMIT];
    } /* behind */ r = { 1, 2, 3, "x" }; printf("%d\n", __LINE__);
    await async_yield();
    printf("%d %d\n", __LINE__, r.a + r.b + r.c + r.d[0] + LIMIT);
    return (int)sizeof r;
}

static async int macros(void)
{
    enum quality { BAD, GOOD } q = GOOD, *pq = &q;
    struct s { enum quality q; MEMBERS char pad[COUNT(((int[3]){ 0 }))]; } s = { GOOD, 1, 2, "" };
    DEFINE(box, long) box = { 5 };
    DEFINE(inner, DEFINE(deep, char)) nested = { { 'd' } };
    TYPEDEF(thing);
    thing t = { 6, &t };
    struct deep d = nested.value;
    await async_yield();
    assert(KIND(s.q) && s.x == 1 && sizeof(struct s) > 4);
    SHOW(struct s);
    SHOW(thing);
    printf("%d\n", (int)FIELD(s, y));
    switch (s.q) {
    case BAD: return 0;
    case GOOD: break;
    }
    return s.y + (int)box.value + t.self->v + KIND(*pq) + d.value;
}

static async int conditions(void)
{
#if __SIZEOF_POINTER__ >= 4
    struct c { int a;
#else
    struct c { char a;
#endif
        int b; } c = { 1, 2 };
    struct
#ifdef NEVER
    __attribute__((packed))
#endif
    d { char c; int i; } d = { 1, 2 };
    await async_yield();
    return c.a + c.b + d.i + (int)sizeof d;
}

static async int in_blocks(int n)
{
    int sum = 0;
    for (int i = 0; i < n; i++) {
        struct s { int i; struct s *next; } a = { i, 0 }, b = { i + 1, &a };
        if (i & 1) {
            struct s { char c; } inner = { (char)i };
            struct s *p = &inner;
            await async_yield();
            sum += p->c;
        } else {
            union s { char c[2]; } inner = { "a" };
            await async_yield();
            sum += inner.c[0];
        }
        await async_yield();
        sum += b.next->i;
    }
    return sum;
}

static async int labels(int n)
{
again:;
    struct s { int v; } s = { n };
    typedef struct s s_t;
    s_t *p = &s;
    await async_yield();
    if (p->v-- > 0) {
        n--;
        goto again;
    }
    return n;
}

static async int repeated(void)
{
    typedef int number;
    typedef int number;
    typedef struct fwd fwd;
    struct fwd { number n; fwd *f; };
    fwd f = { 1, 0 };
    number x = 2, *p = &x;
    f.f = &f;
    await async_yield();
    return f.f->n + *p;
}

static async int functions(void)
{
    struct ctx { int v; };
    typedef int handler(struct ctx *, int);
    typedef handler *table[2];
    struct ops { handler *h; struct ctx (*make)(int); table t; } ops = { 0, 0, { 0, 0 } };
    int (*cb)(struct ctx *) = 0;
    int local(struct ctx *);
    extern int some_external(int);
    struct ext { __typeof__(some_external(1)) v; __typeof__(local) *f; } e = { 1, 0 };
    await async_yield();
    return !ops.h + !cb + e.v + !e.f + !ops.t[1];
}

#pragma pack(push, 1)
static async struct result { char c; int i; } returns(struct result r)
{
    struct wrapped { struct result r; char more; } w = { r, 1 };
    await async_yield();
    w.r.i += w.more;
    return w.r;
}
#pragma pack(pop)

async int main(void)
{
    printf("%d\n", await keyword_macro());
    printf("%d\n", await comments());
    printf("%d\n", await macros());
    printf("%d\n", await conditions());
    printf("%d\n", await in_blocks(4));
    printf("%d\n", await labels(3));
    printf("%d\n", await repeated());
    printf("%d\n", await functions());
    printf("%d\n", (await returns((struct result){ 1, 2 })).i);
    return 0;
}
