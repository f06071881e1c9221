/* Inner declarations of every kind whose outer ones go on: sizes of parameters, types of varying size, tags, enumerators,
 * functions, self-initialised, in the heads of loops and in switches. */
#include <asyncc.h>
#include <stdio.h>
typedef int word;
struct n { int a, b; };
int scale = 2;
static int next(int *p) { return ++*p; }
static async int sizes(int n, int m[n][n + 1], int k, char (*p)[sizeof(struct n) + n * k], int scale)
{
    int *q = &n, *r = &k;
    await async_yield();
    *q += 0; *r += 0;
    return (int)sizeof m[0] + (int)sizeof *p + scale;
}
static async int effects(int n, int a[next(&n)], int b[n])
{
    await async_yield();
    (void)a; (void)b;
    return n;
}
static async int vla(int n)
{
    typedef int row[n];
    row a;
    int sum = 0;
    for (int i = 0; i < n; i++) a[i] = i;
    {
        int n = 10;
        row b;
        typedef char row[n];
        row c;
        await async_yield();
        sum += (int)sizeof a + (int)sizeof b + (int)sizeof c + (int)sizeof(row);
    }
    for (int n = 2, k = n; n < 4; n++) { int a[n]; a[0] = n; await async_yield(); sum += a[0] + (int)sizeof a + k; }
    return sum + (int)sizeof(row);
}
static async int tags(int x)
{
    struct n o = { 1, 2 };
    { struct n { char c; } i = { 3 }; struct n *p; await async_yield(); p = &i; x += p->c + (int)sizeof *p; }
    { enum n2 { A = 5, B = A } e = B; await async_yield(); { enum { A = 50, C = A, D = B } f = D; await async_yield(); x += f + A + C; } x += e; }
    { union n { int q; struct m { int n; } in; } u = { .in = { .n = 4 } }; await async_yield(); x += u.in.n; struct m m = { 5 }; await async_yield(); x += m.n + ((struct m){ .n = 6 }).n; }
    await async_yield();
    return x + o.b + (int)sizeof(struct n);
}
static async int self(int x)
{
    int y = 1;
    { int x = sizeof x; int y = ({ int y = 4; await async_yield(); y + (int)sizeof y; }); await async_yield(); return x + y; }
    return x + y;
}
static async word fn(word x)
{
    int (*f)(word word, int) = 0;
    (void)f;
    { int fn = 2; await async_yield(); if (x > 0) return fn; }
    return x;
}
static async int gen(void)
{
    int r = 0;
    for (int i = 0; i < 2; i++) {
        switch (i) {
            int i;
        case 0: i = 5; await async_yield(); r += i; break;
        default: i = 7; await async_yield(); r += i;
        }
    }
    if (r) for (int r = 0; r < 2; r++) { int r = 9; await async_yield(); if (r != 9) return 1; }
    { int gen = 3; r += gen; await async_yield(); r += gen; }
    int main = 5; await async_yield(); r += main;
    return r;
}
async int main(void)
{
    int m[3][4]; char p[100];
    printf("%d\n", await sizes(3, m, 2, (void *)p, 7));
    printf("%d\n", await effects(3, 0, 0));
    printf("%d\n", await vla(3));
    printf("%d\n", await tags(3));
    printf("%d\n", await self(3));
    printf("%d\n", await fn(3) + await fn(-1));
    printf("%d\n", await gen());
    return 0;
}
