/* pitfalls: 62 */
/* Arrays whose sizes are known at run time, and pointers to such, that live across awaits. */
#include <asyncc.h>
#include <stdio.h>
#include <string.h>

typedef struct point {
    int x;
    char c;
} point;

static async int f(int v)
{
    await async_yield();
    return v;
}

static async int sum_of(int n, const int *list)
{
    int sum = 0;
    for (int i = 0; i < n; i++)
        sum += await f(list[i]);
    return sum;
}

static async int one_dimension(int n)
{
    int a[n];
    for (int i = 0; i < n; i++)
        a[i] = await f(i * i);
    n = 1000; /* the array keeps its size */
    int *p = a, *end = &a[sizeof a / sizeof a[0] - 1];
    *a += 5;
    a[1] += await f(7);
    return await sum_of((int)(sizeof a / sizeof *a), a) + (int)(end - p) + (p == &a[0]) + (int)sizeof a;
}

static async int two_dimensions(int n, int m)
{
    short a[n][m + 1][2], (*row)[m + 1][2] = a, total = 0;
    int calls = 0;
    memset(a, 0, sizeof a);
    for (int i = 0; i < n; i++)
        for (int k = 0; k <= m; k++)
            a[i][k][k & 1] = (short)(i * 10 + await f(k));
    row += await f(1);
    row++;
    (*row)[m][0] = 77;
    row[-1][await f(0)][1] -= 3;
    for (row = a; row < a + n; row++, calls++)
        for (int k = 0; k <= m; k++)
            total = (short)(total + (*row)[k][0] * 2 + row[0][k][await f(1)]);
    return total + calls + (int)(sizeof a + sizeof *row * 1000 + sizeof(*a)[1]) + (int)(&a[1][0] - &a[0][0]);
}

static async int sizes_once(int n)
{
    int a[n++], b[n][await f(n++)], c = await f(n);
    a[0] = 1;
    b[0][0] = 2;
    return n * 1000 + c * 100 + (int)(sizeof a + sizeof b) / 4 + a[0] + b[0][0];
}

/* A new array each time round, given back by every way out. */
static async int in_loops(int n)
{
    int sum = 0;
    for (int i = 1; i <= n; i++) {
        char text[i * 3];
        memset(text, 'a' + i, sizeof text);
        if (i == 3)
            continue;
        text[sizeof text - 1] = (char)await f(1);
        sum += text[0] + text[sizeof text - 1];
        if (i == 5) {
            long inner[i];
            inner[i - 1] = await f(1000);
            sum += (int)inner[i - 1];
            break;
        }
        if (sum > 100000)
            goto out;
    }
    {
    again:;
        double d[sum & 3 ? 2 : 1];
        d[0] = await f(sum);
        if (sum++ % 4)
            goto again;
        sum += (int)d[0];
    }
out:
    return sum;
}

static async int structs(int n)
{
    point list[n], *last = &list[n - 1];
    for (int i = 0; i < n; i++)
        list[i] = (point){ await f(i), (char)('a' + i) };
    *last = list[await f(0)];
    const point copy = list[1];
    return list[n - 1].x + list[1].x + copy.c + last->c + (int)sizeof list;
}

static async int parameters(int n, int a[n][n + 1], int (*b)[n], const char c[const static n])
{
    int old = n;
    n = await f(n - 1);
    a[1][await f(1)] += (int)(sizeof *a + sizeof *b);
    b++;
    return a[1][1] + b[0][1] + c[n] + old;
}

static async int never_suspends(int n, int a[n][n])
{
    int b[n];
    b[0] = a[1][1];
    return b[0] + (int)sizeof *a + (int)sizeof b;
}

static async int calls_with_arrays(int n)
{
    int a[n][n + 1], b[3][n], q[2][2] = { { 1, 2 }, { 3, 4 } };
    char c[n];
    memset(a, 0, sizeof a);
    memset(b, 0, sizeof b);
    memset(c, 1, sizeof c);
    b[1][1] = await f(9);
    return await parameters(n, a, b, c) + await never_suspends(2, q) + a[1][1];
}

static async int typedefs(int n)
{
    typedef int row[n];
    typedef row square[n];
    square s;
    row r, *p = s;
    n = -1;
    r[0] = await f(3);
    s[1][1] = 4;
    p++;
    (*p)[0] = await f(5);
    row *q = (row *)&r;
    return r[0] + s[1][1] + s[1][0] + (*q)[0] + (int)(sizeof(row) + sizeof(square) + sizeof r + sizeof *p);
}

static async int typeof_arrays(int n)
{
    int a[n][n + 1];
    __typeof__(a) b;
    __typeof__(a[0]) c, *d = &a[1];
    __auto_type e = b;
    a[0][0] = b[1][0] = c[1] = await f(2);
    (*d)[0] = 10;
    e++;
    return a[0][0] + (*e)[0] + c[1] + a[1][0] + (int)(sizeof b + sizeof c + sizeof *e + sizeof *d + await f(1));
}

/* Casts and sizeof with sizes of their own. */
static async int sizes_in_types(int n)
{
    int flat[12] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 }, k = await f(3);
    int (*p)[k] = (int (*)[k])flat;
    int sum = p[2][1] + ((int (*)[k + 1])flat)[await f(2)][1];
    sum += (int)sizeof(char[k][n]) + (int)sizeof(int[await f(1) ? n++ : 3]);
    sum += n;
    sum += ((int (*)[await f(k + 1)])flat)[1][await f(2)] + (int)sizeof(__typeof__(await f(1)));
    sum += (int)_Alignof(__typeof__(await f(1)));
    return sum;
}

/* Operands that stand left of an await, of types with sizes. */
static async int kept(int n)
{
    int a[n][4], (*p)[n] = (int (*)[n])a, i = 0;
    memset(a, 0, sizeof a);
    p[1][0] = 5;
    a[1][1] = 6;
    int *e = (p + i)[await f(1)], sum = *e;
    i = 1;
    sum += (n > 1 ? p + i : p)[i = await f(0)][0];
    sum += *(a[i + 1] + await f(1));
    return sum + i;
}

static async int zeroed(int n)
{
    struct { int n; } a[n];
    _Alignas(64) char aligned[n];
    volatile int v[n];
    memset(a, 0, sizeof a);
    aligned[0] = (char)await f(1);
    v[n - 1] = await f(3);
    return a[n - 1].n + v[n - 1] + (int)((unsigned long)aligned % 64);
}

static async int no_await_in_scope(int n)
{
    int before = await f(n), sum = 0;
    {
        int a[before], (*p)[n] = &a;
        (*p)[n - 1] = 3;
        sum += a[n - 1] + (int)sizeof *p;
    }
    return sum + await f(1);
}

static async int recursive(int n)
{
    int a[n + 1];
    a[n] = n;
    if (n)
        a[0] = await recursive(n - 1);
    return a[0] + a[n];
}

static async int with_switch(int n)
{
    switch (await f(n)) {
    case 1: {
        int a[n];
        a[0] = await f(10);
        return a[0];
    }
    default: {
        int a[n + 1];
        a[n] = await f(20);
        if (n == 2)
            break;
        return a[n];
    }
    }
    return -1;
}

async int main(void)
{
    printf("%d\n", await one_dimension(4));
    printf("%d\n", await two_dimensions(3, 2));
    printf("%d\n", await sizes_once(3));
    printf("%d\n", await in_loops(7));
    printf("%d\n", await structs(3));
    printf("%d\n", await calls_with_arrays(4));
    printf("%d\n", await typedefs(3));
    printf("%d\n", await typeof_arrays(3));
    printf("%d\n", await sizes_in_types(2));
    printf("%d\n", await kept(4));
    printf("%d\n", await zeroed(5));
    printf("%d\n", await no_await_in_scope(5));
    printf("%d\n", await recursive(6));
    printf("%d %d %d\n", await with_switch(1), await with_switch(2), await with_switch(3));
    return 0;
}
