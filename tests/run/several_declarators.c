/* Declarations of several, of which macros make the end, the commas, or one of them. */
#include <asyncc.h>
#include <stdio.h>

#define SEMI ;
#define COMMA ,
#define EQUALS =
#define LAST(n) n = 3;
#define MIDDLE(n) n = 4,
#define NAME(n) n##_1
#define AND_NAME(n) , n
#define SIZE 3
#define FIRST_OF_TWO(n) n = 5, n##_2
#define VALUE_AND(v, n) v, n
#define ALL(n) int n##1 = await s(1), n##2 = n##1;
#define PLUS_SEMI(v) + v;
#define SEMI_AND(statement) ; statement
#define SPECIFIERS(n) int n
#define STAR *

static async int s(int x)
{
    await async_yield();
    return x;
}

static async int ends(void)
{
    int a = await s(1), b = a SEMI
    struct { int x, y; } st = { 1, await s(2) }, su = st SEMI
    struct pair { int x; } *p, q = (struct pair){ await s(3) } SEMI
    int e[SIZE] = { await s(4) }, f = e[0] PLUS_SEMI(1)
    int g = await s(1), h = g SEMI_AND(h++;)
    await s(0);
    p = &q;
    return a + b + su.y + p->x + f + h;
}

static async int kept(void)
{
    struct { int a; } su, *p = &su SEMI
    su.a = await s(1) SEMI
    await s(0) SEMI
    return p->a;
}

static async int parts(void)
{
    int a = await s(1), LAST(b)
    int c = await s(1), MIDDLE(d) e = 6;
    int f = await s(1) COMMA g = 7;
    int h EQUALS await s(8), i EQUALS h;
    int j = 2, NAME(k) = await s(9), l = 10;
    int m = await s(1) AND_NAME(n) = 11;
    int FIRST_OF_TWO(o) = await s(12), t = o;
    int u = VALUE_AND(await s(13), v) = 14;
    SPECIFIERS(w) = await s(15), x = w;
    int STAR y = &w, z = await s(16);
    ALL(q)
    await s(0);
    printf("%d %d %d %d %d %d %d %d %d\n", a, b, c, d, e, f, g, h, i);
    printf("%d %d %d %d %d %d %d %d %d\n", j, k_1, l, m, n, o, o_2, t, u);
    printf("%d %d %d %d %d %d %d\n", v, w, x, *y, z, q1, q2);
    return b;
}

static async int heads(void)
{
    int sum = 0;
    for (int i = await s(0), LAST(n) i < n; i++)
        sum += await s(i);
    for (int i = 0, n = await s(3) SEMI i < n SEMI i++)
        sum += await s(i);
    return sum;
}

async int main(void)
{
    int a = await ends(), b = await kept(), c = await parts(), d = await heads();
    printf("%d %d %d %d\n", a, b, c, d);
    return 0;
}
