/* Locals and parameters of variably modified types have their qualifiers, too, when they are asked for. */
#include <asyncc.h>
#include <stdio.h>

typedef int row[3];
typedef const int fixed;

#define IS(a, type) __builtin_types_compatible_p(__typeof__(a), type)

static async int f(int v)
{
    await async_yield();
    return v;
}

static async void *pointer(const void *p)
{
    await async_yield();
    return (void *)p;
}

static int last(int n, const int *a)
{
    return a[n - 1];
}

static async int parameters(int n, const int a[n], int (*const p)[n], const int b[const n][n], fixed c[n], const row d[n],
                            int (*const *volatile q)[n])
{
    await f(1);
    printf("%d%d%d%d%d%d%d ", IS(&a, const int **), IS(&p, int (*const *)[2]), IS(&p, int (**)[2]),
           IS(&b, const int (*const *)[2]), IS(&c, const int **), IS(&d, const int (**)[3]),
           IS(&q, int (*const *volatile *)[2]));
    __auto_type address = &p;
    __auto_type decayed = b;
    __typeof__(p) same = p;
    await f(1);
    printf("%d%d%d ", IS(address, int (*const *)[2]), IS(&decayed[0][0], const int *), IS(&same, int (*const *)[2]));
    return last(n, a) + (**address)[0] + last(n, b[await f(0)]) + c[0] + d[1][await f(0)] + (**q)[1] + (*same)[1];
}

static async int locals(int n)
{
    int m[n][n];
    m[1][1] = await f(4);
    m[0][1] = await f(5);
    typedef int variable[n];
    const int (*p)[n] = m;
    int (*const w)[n] = await pointer(m), (*const several[2])[n] = { m, await pointer(m + 1) };
    variable *const v = &m[1];
    const variable *cv = (const variable *)await pointer(m), *const cvs[2] = { cv, await pointer(m + 1) };
    volatile int device[n];
    device[1] = await f(6);
    await f(1);
    printf("%d%d%d%d%d%d%d ", IS(&p, const int (**)[2]), IS(&w, int (*const *)[2]), IS(&several[0], int (*const *)[2]),
           IS(&v, int (*const *)[2]), IS(&cv, const int (**)[2]), IS(&cvs[0], const int (*const *)[2]),
           IS(&device[0], volatile int *));
    return last(n, p[await f(1)]) + (*w)[1] + (*several[1])[1] + (*v)[1] + last(n, *cv) + (*cvs[1])[await f(1)] +
           device[await f(1)];
}

async int main(void)
{
    int x[2][2] = { { 1, 2 }, { 3, 4 } }, (*p)[2] = &x[1];
    row d[2] = { { 5 }, { 6 } };
    printf("%d\n", await parameters(2, x[0], p, (const int (*)[2])x, x[1], (const row *)d, &p));
    printf("%d\n", await locals(2));
    return 0;
}
