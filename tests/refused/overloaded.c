/* Async functions of one name. Plain ones may be overloaded, as those of clang's <tgmath.h>. */
#include <asyncc.h>
#include <tgmath.h>

#define OVER __attribute__((overloadable))

static int OVER plain(int x)
{
    return x;
}

static double OVER plain(double x)
{
    return x * 2;
}

static async int OVER twice(int x)
{
    await async_yield();
    return x * 2;
}

static async double OVER twice(double x)
{
    await async_yield();
    return x * 2;
}

async int main(void)
{
    double sum = plain(1.0) + plain(1) + pow(2.0, 2) * await twice(1);
    return (int)(sum + plain(await twice(2.0)));
}
