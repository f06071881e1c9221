/* pitfalls: 47 */
/* volatile, _Atomic, register, restrict, long double, _Complex, __int128, _Bool, bit-fields, enums. */
#include <asyncc.h>
#include <complex.h>
#include <stdatomic.h>
#include <stdio.h>

static async int f(int v)
{
    await async_yield();
    return v;
}

static async int add(volatile int *v, _Atomic int *a)
{
    await async_yield();
    *v += 1;
    return atomic_fetch_add(a, 10);
}

static async long double extended(long double v)
{
    await async_yield();
    return v * 2;
}

static async double complex rotate(double complex z)
{
    await async_yield();
    return z * I;
}

static async __int128 huge(__int128 v)
{
    await async_yield();
    return v << 64;
}

static async int kinds(register int r, volatile int v, int *restrict p, _Bool b, _Atomic int *a)
{
    register int x = r + await f(1);
    volatile int y = v + await f(2);
    _Atomic int z = 5;
    int *restrict q = p;
    _Bool t = await f(8);
    await add(&y, &z);
    atomic_fetch_add(a, 1);
    await async_yield();
    *q += x;
    return x + y * 10 + z * 100 + t * 10000 + b * 20000;
}

struct flags { unsigned a : 1, b : 3; int c : 4; };

static async int bits(struct flags g)
{
    struct flags l = {1, 5, -3};
    await async_yield();
    l.b += (unsigned)await f(4);
    l.c -= await f(1);
    g.b = l.b;
    await async_yield();
    return g.a + g.b * 10 + l.c * 100;
}

enum level { LOW, HIGH = 9 };

static async enum level level(enum level l)
{
    enum level other = l == LOW ? HIGH : LOW;
    await async_yield();
    return other;
}

async int main(void)
{
    int n = 3;
    _Atomic int a = 4;
    printf("%d ", await kinds(1, 2, &n, 1, &a));
    printf("%d %d\n", n, atomic_load(&a));
    long double ld = await extended(1.25L), third = ld / 3;
    await async_yield();
    printf("%Lg %.15Lg\n", ld, third * 3 + await extended(0.5L));
    double complex z = await rotate(3 + 4 * I);
    await async_yield();
    printf("%g %g %g\n", creal(z), cimag(z), creal(z + await rotate(1 + I)));
    __int128 h = await huge(5);
    await async_yield();
    printf("%d\n", (int)((h + await huge(1)) >> 64));
    printf("%d\n", await bits((struct flags){1, 2, 3}));
    printf("%d\n", await level(LOW));
    float _Complex small = 1.5f;
    await async_yield();
    printf("%g\n", (double)crealf(small));
    return 0;
}
