/* pitfalls: 4, 6, 8, 12 */
/* Left operands of every kind are saved before the await: through pointers, of arrays, fields, calls, globals. */
#include <asyncc.h>
#include <stdio.h>

struct s { int v; struct s *next; int list[2]; };
static struct s one = {1, 0, {10, 11}}, two = {2, &one, {20, 21}}, *s = &two;
static int index_of, g = 5;
static int *volatile vp = &g;

static async int spoil(int v)
{
    await async_yield();
    s = &one;
    one.v = two.v = 100;
    one.list[0] = two.list[0] = two.list[1] = 500;
    index_of = 1;
    g = 1000;
    return v;
}

static void reset(void)
{
    one = (struct s){1, 0, {10, 11}};
    two = (struct s){2, &one, {20, 21}};
    s = &two;
    index_of = 0;
    g = 5;
}

static int get(void)
{
    return s->v;
}

async int main(void)
{
    printf("%d\n", s->v + await spoil(0)), reset();
    printf("%d\n", s->next->v + await spoil(0)), reset();
    printf("%d\n", s->list[index_of] + await spoil(0) + s->list[index_of]), reset();
    printf("%d\n", (*s).list[1] * await spoil(1)), reset();
    printf("%d\n", get() + await spoil(0) + get()), reset();
    printf("%d\n", *vp + await spoil(0) + *vp), reset();
    printf("%d\n", ((void)g, g + 1) + await spoil(0)), reset();
    printf("%d\n", (g ? g : 0) + await spoil(0)), reset();
    printf("%d\n", -g + await spoil(0)), reset();
    printf("%d\n", (int)(char)g + await spoil(0)), reset();
    printf("%d\n", (g == 5) + await spoil(0)), reset();
    printf("%d\n", (g += 2) + await spoil(0)), reset();
    printf("%d\n", (s = s->next)->v + await spoil(0)), reset();
    printf("%d %d %d\n", g, await spoil(7), g), reset();
    printf("%d\n", s->list[await spoil(1)]), reset();
    printf("%d\n", *(s->list + await spoil(1))), reset();
    printf("%d\n", (&two)->list[g - 5 + await spoil(0)]), reset();
    printf("%d\n", (await spoil(1), s->v)), reset();
    int local = 3, *p = &local;
    printf("%d\n", local + (*p = 4, await spoil(0)) + local), reset();
    printf("%d\n", p[0] + (local++, await spoil(0)) + *p);
    return 0;
}
