/* Typedefs that locals and parameters hide, where generated code would have mentioned them; qualified residents. */
#include <asyncc.h>
#include <stdio.h>

typedef int T;
typedef struct point { int x, y; } point;
typedef point U;

static async T f(T T)
{
    await async_yield();
    return T + 1;
}

static async U at(int x)
{
    await async_yield();
    return (U){ x, x + 1 };
}

static async int *address(int *p)
{
    await async_yield();
    return p;
}

static async int inner(void)
{
    typedef long T;
    T x = await f(2);
    {
        double T = (double)x, U = 0;
        x = await f((int)T) + (await at(3)).y + (int)U;
    }
    return sizeof(T) == sizeof(long) ? (int)x : 0;
}

static async int qualified(int n)
{
    int const volatile v = *await address(&n);
    const volatile struct point p = await at(v);
    static const T *const volatile none = 0;
    return v + p.x + await f(p.y) + (none == 0);
}

static async int asked(int n)
{
    int constant = __builtin_constant_p(await f(n)) ? 100 : 0;
    return constant + (int)__builtin_object_size(await address(&n), 0) * 0 + await f(n);
}

async int main(void)
{
    T T = await f(1);
    enum { U = 3 };
    point p = await at(U);
    printf("%d %d %d %d\n", T, await inner(), p.x, p.y);
    printf("%d %d\n", await qualified(5), await asked(6));
    return 0;
}
