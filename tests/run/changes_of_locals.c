/* What changes a local that an operand in front of it reads: asm, parts of complex numbers, what _Generic selects. */
#include <asyncc.h>
#include <stdio.h>

static async int f(int a)
{
    return a + 1;
}

static async int three(int a, int b, int c)
{
    return a * 100 + b * 10 + c;
}

static async int by_asm(void)
{
    int a = 1, b = 2;
    return await three(a, b, ({ __asm__("" : "=r"(a), "=r"(b) : "0"(5), "1"(6)); a + b; }));
}

static async int by_parts(void)
{
    _Complex double z = 1;
    int r = await three((int)__real__ z, ({ __real__ z = 4; __imag__ z = 2; 1; }), (int)__imag__ z);
    double q = __real__ z + ({ __real__ z = 5; await f(1); }) + __imag__ z;
    return r + (int)q;
}

static async int by_selection(int x)
{
    int c = 3, d = 4;
    int r = await three(c, ({ _Generic(x, int: c, default: x) = 7; 1; }), 2);
    r += await three(c, _Generic(x, int: c, default: x) = 8, 2);
    r += await three(d, __builtin_choose_expr(1, d, x) = 9, 2);
    r += await three(d, __extension__(d) = 4, 2);
    r += await three(d, (_Generic(x, int: d))++, 2);
    return r + c + d;
}

async int main(void)
{
    printf("%d\n", await by_asm());
    printf("%d\n", await by_parts());
    printf("%d\n", await by_selection(1));
    return 0;
}
