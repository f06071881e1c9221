/* pitfalls: 9, 10 */
/* Results that go to globals, statics, array elements, fields, bit-fields and through pointers. */
#include <asyncc.h>
#include <stdio.h>

struct inner { short s; unsigned bits : 5; };
struct outer { struct inner in[2]; double d; };

int global;
static struct outer outer;
static int matrix[2][3];

static async int value(int v)
{
    await async_yield();
    return v;
}

static async double real(double v)
{
    await async_yield();
    return v;
}

static async struct inner make(int s)
{
    await async_yield();
    return (struct inner){(short)s, 9};
}

static async int next(void)
{
    static int count;
    count += await value(1);
    return count;
}

async int main(void)
{
    global = await value(3);
    outer.in[1].s = (short)await value(70000);
    outer.in[1].bits = await value(37);
    outer.d = await real(2.5);
    outer.in[0] = await make(4);
    printf("%d %d %d %g %d %d\n", global, outer.in[1].s, outer.in[1].bits, outer.d, outer.in[0].s, outer.in[0].bits);
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 3; j++)
            matrix[i][await value(j)] = await value(10 * i) + j;
    for (int i = 0; i < 6; i++)
        printf("%d ", matrix[i / 3][i % 3]);
    int *end = &matrix[1][2];
    *end-- = await value(-1);
    *end = await value(-2);
    printf("%d %d\n", matrix[1][1], matrix[1][2]);
    await next();
    await next();
    printf("%d\n", await next());
    int x, y, z;
    x = y = z = await value(5);
    printf("%d %d %d\n", x, y, z);
    return 0;
}
