/* The value of an assignment to an atomic object, kept over an await. */
#include <asyncc.h>
#include <stdio.h>

static _Atomic int number;
static _Atomic char small;
static _Atomic double real;

static async int id(int v)
{
    await async_yield();
    return v;
}

async int main(void)
{
    printf("%d ", (number = await id(6)) + number);
    printf("%d ", (number = 7) + await id(1));
    printf("%d ", (number += 7) * await id(2));
    printf("%d ", (small = 300 - 256) + await id(1));
    printf("%g ", (real = -0.0) * await id(2));
    printf("%d\n", ((void)0, number = 5) - await id(2));
    return 0;
}
