/* pitfalls: 22, 38, 41 */
/* Declarations that mention themselves or what stands before them in the same declaration. */
#include <asyncc.h>
#include <stdio.h>

struct node { int v; struct node *self; void *other; };

static async int f(int v)
{
    await async_yield();
    return v;
}

async int main(void)
{
    struct node n = {await f(1), &n, &n.v};
    void *p = &p;
    size_t size = sizeof size;
    int a = await f(2), b = a + 1, c[2] = {b, await f(b)}, *d = &c[1], e = *d + c[0];
    int list[3] = {await f(5), list[0], (int)sizeof list};
    struct node m = {.self = &m, .v = (int)sizeof m > 0};
    await async_yield();
    printf("%d %d %d %zu\n", n.v, n.self == &n, n.other == &n.v, size == sizeof(size_t) ? (size_t)1 : size);
    printf("%d %d %d %d %d\n", a, b, c[1], *d, e);
    printf("%d %d %d\n", list[0], list[2] > 4, p == &p);
    printf("%d %d\n", m.self == &m, m.v);
    for (struct node *i = &n, *end = i->self; i == end; i++) {
        await async_yield();
        printf("%d\n", i->v);
    }
    return 0;
}
