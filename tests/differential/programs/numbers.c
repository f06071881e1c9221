/* Every kind of number as argument, result, local and temporary: complex, wide, long double, vectors, _Bool. */
#include <complex.h>
#include <stdint.h>
#include <stdio.h>

typedef int v4 __attribute__((vector_size(16)));
typedef float f8 __attribute__((vector_size(32)));
typedef __int128 wide;

static long double exact(long double x)
{
    return x + 1.0L / 4;
}

static double complex turn(double complex z)
{
    return z * I;
}

static wide square(wide n)
{
    return n * n;
}

static _Bool positive(double x)
{
    return x > 0;
}

static v4 add(v4 a, v4 b)
{
    return a + b;
}

static f8 scaled(f8 v, float by)
{
    return v * by;
}

static float single(float x)
{
    return x / 3;
}

static int8_t tiny(int8_t n)
{
    return (int8_t)(n + 100);
}

static uint64_t big(uint64_t n)
{
    return ~n;
}

static char letter(int n)
{
    return (char)('a' + n);
}

static void *pointer(void *p, int n)
{
    return (char *)p + n;
}

static struct mixed {
    char c;
    long double l;
    v4 v;
    wide w;
} mix(char c)
{
    return (struct mixed){ c, exact(c), add((v4){ c, 1, 2, 3 }, (v4){ 1, 1, 1, 1 }), square(c) };
}

static _Complex float conjugate(_Complex float z)
{
    return ~z;
}

int main(void)
{
    double complex z = turn(1 + 2 * I) + turn(turn(3));
    printf("%g %g\n", creal(z), cimag(z));
    printf("%Lg\n", exact(1) * exact(2) - exact(0.5L));
    wide w = square((wide)1 << 40) + square(3);
    printf("%llx %llx\n", (unsigned long long)(w >> 64), (unsigned long long)w);
    v4 v = add((v4){ 1, 2, 3, 4 }, add((v4){ 10, 20, 30, 40 }, (v4){ 1, 1, 1, 1 }));
    v[2] += add(v, v)[1];
    printf("%d %d %d %d\n", v[0], v[1], v[2], v[3]);
    f8 f = scaled((f8){ 1, 2, 3, 4, 5, 6, 7, 8 }, single(3)) + scaled((f8){ 0 }, 1);
    printf("%g %g\n", f[0], f[7]);
    printf("%Lg\n", single(1) + single(2) * exact(1));
    printf("%d %d\n", tiny(100), tiny(tiny(27)) + tiny(1));
    printf("%llu\n", (unsigned long long)(big(1) / big(0) + big((uint64_t)-6)));
    printf("%c%c\n", letter(1), letter(positive(-1) + positive(2) * 2));
    int array[4] = { 1, 2, 3, 4 };
    printf("%d\n", *(int *)pointer(array, 8) + ((int *)pointer(array, 4))[positive(1)]);
    struct mixed m = mix('A');
    printf("%c %Lg %d %d\n", mix('B').c, m.l, m.v[0] + mix(2).v[1], (int)(m.w + mix(3).w));
    printf("%g\n", (double)__imag__ conjugate(1.0f + 2.0if));
    int i = 5;
    i += single(10);
    i -= exact(1);
    i *= 1.5 + tiny(0);
    unsigned char c = 250;
    c += tiny(20);
    float total = 0;
    for (int n = 0; n < 3; n++)
        total += single((float)n) * n;
    printf("%d %d %g\n", i, c, total);
    return positive(square(2)) ? tiny(-100) : 1;
}
