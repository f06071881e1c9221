/* Types whose sizes are known at run time: through typedefs, macros, typeof and all declarators, over awaits. */
#include <asyncc.h>
#include <stdio.h>
#include <string.h>

#define TEXT_AND_SIZE(x) printf("%s %d\n", #x, (int)(x))
#define SIZE_OF_ROW sizeof(row)
#define PASTED(a, b) a##b

static async int f(int v)
{
    await async_yield();
    return v;
}

static void fill(int n, int a[n][n])
{
    for (int i = 0; i < n * n; i++)
        a[i / n][i % n] = i;
}

static async int null_pointers(int n)
{
    int a[n][n];
    fill(n, a);
    typedef int row[n];
    row *p = NULL, *q = (void *)0;
    const row *r = (const void *)a;
    row *volatile s = (void *)a;
    q = p = a;
    await f(1);
    p++, q += 2, r++, s++;
    return **p + **q * 10 + **r * 100 + **s * 1000 + (int)(sizeof *p + sizeof *r + sizeof *s);
}

/* Each has an unlike one next to it in the frame, which it must not reach. */
static async int arrays_of_pointers(int n)
{
    int a[n][n];
    fill(n, a);
    typedef int row[n];
    int (*p[2])[n], (*q[2])[n], (*all[2][3])[n] = { { a, a + 1 }, { a + 2 } };
    int (*const fixed[2])[n] = { a + 1, a };
    row *r[3], *s = a;
    const row *const t[2] = { (const void *)(a + 2), NULL };
    _Alignas(64) int (*aligned[2])[n];
    p[0] = a, p[1] = a + 1, q[0] = a + 2, q[1] = a, r[0] = r[1] = r[2] = a + 1;
    int (*_Atomic atomic[2])[n];
    aligned[0] = aligned[1] = a;
    atomic[0] = a;
    atomic[1] = a + 2;
    await f(1);
    int sum = **p[0] + **p[1] * 2 + **q[0] * 3 + **q[1] + **r[2] + **all[0][1] + **all[1][0] + **fixed[0] + **t[0] + **s;
    all[0][2] = *r + await f(1);
    aligned[1] += await f(1);
    int (*loaded)[n] = atomic[1];
    return sum + **loaded + (all[1][2] == NULL) + (t[1] == NULL) + **all[0][2] + **aligned[1] + (int)((size_t)aligned % 64) +
           (int)(sizeof p / sizeof *p + sizeof all / sizeof **all + sizeof *r[0] + sizeof **t);
}

static async int of_pointers(int n)
{
    int a[n][n];
    fill(n, a);
    int (*list[n])[n], (*(*where)[2])[n], (*pair[2])[n];
    where = &pair;
    for (int i = 0; i < n; i++)
        list[i] = a + i;
    pair[1] = list[await f(2)];
    return **(*where)[1] + **list[1] + (int)(sizeof list / sizeof *list);
}

static async int constant_pointers(int n)
{
    int a[n][n];
    fill(n, a);
    typedef int row[n];
    row *const p = a;
    int (*const q)[n] = a + await f(1);
    row *const restrict r = a;
    const row *const s = (const void *)(a + 1);
    await f(1);
    return **(p + 1) + **(q + 1) + **r + **s;
}

static async int typedefs_of_typedefs(int n)
{
    int a[n][n];
    fill(n, a);
    typedef int row[n];
    typedef row same, *pointer, pair[2];
    typedef const row fixed;
    typedef pointer pointers[3];
    typedef __typeof__(a) square;
    typedef __typeof__(a[0]) *of_element;
    await f(1);
    same b;
    pointer p = a;
    pair c;
    fixed *d = (const void *)a;
    pointers e = { a, a + 1 };
    square g;
    of_element h = a + 1;
    memset(g, 0, sizeof g);
    b[n - 1] = c[1][n - 1] = await f(3);
    p++, d++;
    return b[n - 1] + c[1][n - 1] + **p + **d + **e[1] + (e[2] == NULL) + g[n - 1][n - 1] + **h +
           (int)(sizeof(same) + sizeof(pair) + sizeof(fixed) + sizeof(square) + sizeof(pointer) + sizeof(pointers) + sizeof *h);
}

static async int in_macros(int n)
{
    typedef int row[n];
    await f(1);
    TEXT_AND_SIZE(sizeof(row));
    TEXT_AND_SIZE(SIZE_OF_ROW + sizeof(PASTED(ro, w)));
    PASTED(r, ow) a;
    a[n - 1] = await f(2);
    return (int)SIZE_OF_ROW + a[n - 1];
}

static async int sizes_of_sizes(int n)
{
    int a[n];
    typedef int row[n];
    a[0] = await f(1);
    char b[sizeof a], c[sizeof(a)], d[sizeof(int[n])], e[n][sizeof a], g[sizeof(int)][n], (*p)[sizeof(row)] = 0, (*q)[sizeof a];
    typedef char bytes[sizeof(row)], matrix[sizeof *a][n];
    q = &b;
    (*q)[sizeof *q - 1] = (char)await f(5);
    bytes h;
    matrix i;
    h[0] = i[3][n - 1] = 1;
    return (int)(sizeof b + sizeof c + sizeof d * 10 + sizeof e + sizeof g + sizeof *p + sizeof *q + sizeof h + sizeof i) +
           b[sizeof b - 1] + h[0] + i[3][n - 1];
}

static async int inferred(int n)
{
    int a[n][n];
    fill(n, a);
    typedef int row[n];
    __auto_type p = (row *)a;
    __auto_type q = (row *)a + 1;
    __typeof__(*q) r;
    __typeof__(row) t, *u = NULL;
    typedef __typeof__(row) same, *pointer;
    __typeof__(pointer) v = (void *)a;
    same w;
    u = a;
    t[0] = w[0] = 1;
    __typeof__(q) s[2] = { p, NULL };
    r[0] = await f(3);
    p++, q++, u++, v++;
    return **u + **v + t[0] + w[0] + (int)(sizeof t + sizeof w + sizeof *v) + **p + **q + r[0] + **s[0] + (s[1] == NULL) + (int)(sizeof *p + sizeof r);
}

async int main(void)
{
    printf("%d\n", await null_pointers(3));
    printf("%d\n", await arrays_of_pointers(3));
    printf("%d\n", await of_pointers(3));
    printf("%d\n", await constant_pointers(3));
    printf("%d\n", await typedefs_of_typedefs(3));
    printf("%d\n", await in_macros(3));
    printf("%d\n", await sizes_of_sizes(3));
    printf("%d\n", await inferred(3));
    return 0;
}
