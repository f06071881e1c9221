/* A number beside a vector, kept over an await: of its own type, since C has no conversion to a vector. */
#include <asyncc.h>
#include <stdio.h>

typedef unsigned quad __attribute__((vector_size(16)));

static unsigned outside = 3;

static async quad quad_of(unsigned v)
{
    await async_yield();
    return (quad){ v, v + 1, v + 2, v + 3 };
}

static async unsigned resident(unsigned n)
{
    unsigned k = 2;
    const unsigned product = ((n) * await quad_of(1))[2];
    unsigned *p = &n;
    quad sum = (outside << 1) + await quad_of(2);
    await async_yield();
    return product + *p + sum[1] + (await quad_of(n) * (k++))[3] + ((n) * (n + await quad_of(5)))[1];
}

async int main(void)
{
    printf("%u\n", await resident(4));
    return 0;
}
