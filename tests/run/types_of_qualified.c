/* What asks for the type of a local is told its qualifiers, wherever the local lives and however it is declared. */
#include <asyncc.h>
#include <stdio.h>

#define KIND(p) _Generic((p), const char *: 1, char *: 2)
#define TYPE(p) _Generic((p), const int *: 1, int *: 2, volatile int *: 3, const volatile int *: 4)
#define OF_TYPE(p, v) __builtin_types_compatible_p(__typeof__(p), __typeof__(v))
#define SAME(x) ({ __typeof__(x) *same = &(x); _Generic(same, const int *: 10, int *: 20) + *same; })

struct config { char host[8]; };
typedef volatile int device;

static async int f(int v)
{
    await async_yield();
    return v;
}

static async int parameters(const struct config c, const int x, int y, int *restrict p)
{
    await f(1);
    int kinds = KIND(c.host) * 100 + TYPE(&x) * 10 + TYPE(&y);
    await f(*p);
    return kinds + (_Generic(&p, int *restrict *: 1, int **: 2) + x + y) * 1000;
}

static async int resident(void)
{
    const int x = await f(1);
    const volatile int v = 2;
    device d = 3;
    const struct config c = { "h" };
    const int *shown = &x;
    await f(v);
    __auto_type p = &x;
    __typeof__(x) *q = &x;
    __typeof__(&c) pc = &c;
    int same = OF_TYPE(&x, shown) + OF_TYPE(&v, &x) * 2, kinds = TYPE(p) * 10 + TYPE(q);
    await f(d);
    printf("%d %d %d ", TYPE(&v), TYPE(&d), KIND(c.host) + KIND(pc->host));
    printf("%d %d ", SAME(x), (int)sizeof(__typeof__(*_Generic(&x, const int *: (char *)0, int *: (short *)0))));
    return same * 100 + kinds + *shown * 1000 + *p + *q;
}

static async int copied(void)
{
    const int x = await f(5);
    const char *const text = "t";
    await f(6);
    int kind = TYPE(&x) + (_Generic(&text, const char *const *: 1, const char **: 2)) * 10;
    await f(x);
    return kind * 100 + x + text[0];
}

static async int between(int v)
{
    const int x = v + await f(1); /* not alive over an await */
    return TYPE(&x) * 10 + x;
}

static async int never(const int x)
{
    return TYPE(&x) + x;
}

async int main(void)
{
    int n = 3;
    printf("%d ", await parameters((struct config){ "h" }, 4, 5, &n));
    printf("%d ", await resident());
    printf("%d %d %d\n", await copied(), await between(2), await never(3));
    return 0;
}
