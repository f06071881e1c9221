/* options: -Wno-unknown-warning-option -Wno-deprecated-non-prototype -Wno-vla-parameter -Wno-array-parameter */
/* What stands in the first brackets of a parameter qualifies it; they are no dimension, and other flags may give them another size. */
#include <asyncc.h>
#include <stdio.h>

#define N 3
#define CONST const
#define OPEN [const]
#define SIZED [const 2]
#define PARAMETER(name) int name[const]
#define BUFFER(name) int name[volatile 2]
#define WHOLE int whole[const]

#define KIND(p) _Generic((p), int **: 1, int *const *: 2, int *volatile *: 3, int *restrict *: 4, \
                         int (**)[2]: 5, int (*const *)[2]: 6, int (*const volatile *)[3]: 7, const int *const *: 8, \
                         int (**const *)(int): 9, default: 0)

static async int f(int v)
{
    await async_yield();
    return v;
}

static async int written(int a[N][2], int b[static N], int c[const volatile N][N], int (d)[const], int (*e[const N])(int),
                         int g[restrict static N], const int h[const 2], int i[const static 1][2], int j[__const__ volatile])
{
    await f(1);
    printf("%d %d %d %d %d ", KIND(&a), KIND(&b), KIND(&c), KIND(&d), KIND(&e));
    printf("%d %d %d %d\n", KIND(&g), KIND(&h), KIND(&i), _Generic(&j, int *const volatile *: 1, default: 0));
    __auto_type p = &d;
    __typeof__(d) *q = &d;
    await f(1);
    return (KIND(p) * 10 + KIND(q)) * 100 + a[0][1] + b[0] + c[0][0] + **p + (e[0] != NULL) + g[0] + h[0] + i[0][0] + **q + j[0];
}

static async int by_macros(int a[CONST], int b[CONST N], int c OPEN, int d SIZED, PARAMETER(e), BUFFER(g), WHOLE,
                           int i[CONST 2][2])
{
    await f(1);
    printf("%d %d %d %d ", KIND(&a), KIND(&b), KIND(&c), KIND(&d));
    printf("%d %d %d %d\n", KIND(&e), KIND(&g), KIND(&whole), KIND(&i));
    return a[0] + b[0] + c[0] + d[0] + e[0] + g[0] + whole[0] + i[0][0];
}

static async int variable(int n, int a[const n], int b[volatile static n], int c[const static n][2], int d[n], int e[const][n],
                          int g[const n][n])
{
    await f(1);
    printf("%d %d %d %d ", KIND(&a), KIND(&b), KIND(&c), KIND(&d));
    printf("%d %d ", __builtin_types_compatible_p(__typeof__(&e), int (*const *)[2]), (int)(sizeof *e / sizeof **e));
    printf("%d %d\n", __builtin_types_compatible_p(__typeof__(&g), int (*const *)[2]), (int)(sizeof *g / sizeof **g));
    await f(1);
    return a[0] + b[0] + c[0][0] + d[0] + e[0][1] + g[0][1];
}

static async int old_style(a, b)
    int a[const 2];
    int (*b[const])(int);
{
    await f(1);
    return KIND(&a) * 100 + KIND(&b) * 10 + a[0] + (b[0] != NULL);
}

/* Not alive over an await, and in a function without one. */
static async int before(int a[const], int b[const volatile N][N])
{
    int kinds = KIND(&a) * 10 + KIND(&b);
    return kinds * 10 + a[0] + b[0][0] + await f(1);
}

static async int never(int a[const], int b[volatile N])
{
    return KIND(&a) * 10 + KIND(&b) + a[0] + b[0];
}

async int declared(int a[const], int b[]);

async int declared(int a[const], int b[const 2])
{
    await f(1);
    return KIND(&a) * 10 + KIND(&b) + a[0] + b[0];
}

static int plain(int v)
{
    return v;
}

async int main(void)
{
    int x[3][3] = { { 1, 2, 3 }, { 4 } }, y[3][2] = { { 4, 5 } };
    int (*z[3])(int) = { plain };
    printf("%d\n", await written(y, x[0], x, x[0], z, x[1], x[0], y, x[0]));
    printf("%d\n", await by_macros(x[0], x[0], x[0], x[0], x[0], x[0], x[1], y));
    printf("%d\n", await variable(2, x[0], x[1], y, x[0], y, y));
    printf("%d %d %d ", await old_style(x[0], z), await before(x[0], x), await never(x[0], x[1]));
    task(int) t = create_task(declared(x[0], x[1]));
    printf("%d\n", await join(t));
    return 0;
}
