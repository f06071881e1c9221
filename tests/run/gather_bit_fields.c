/* no elision */
/* Bit-fields as destinations of gather and timeout, named directly and through pointers that change meanwhile. */
#include <asyncc.h>
#include <stdio.h>

struct flags {
    unsigned low : 3, high : 5;
    struct { int sign : 2; } inner[2];
};

static async int f(int v)
{
    await async_sleep(v * 0.01);
    return v;
}

static struct flags *target, all[3];
static int calls;

static struct flags *next(void)
{
    calls++;
    return target++;
}

async int main(void)
{
    struct flags own = { 0 }, *p = &all[2];
    int i = 0, status, plain;
    target = all;
    await gather(own.low = f(5), own.high = f(17), next()->low = f(2), next()->high = f(9), plain = f(1));
    printf("%d %d %d %d %d %d\n", own.low, own.high, all[0].low, all[1].high, plain, calls);
    await gather(p->low = f(7), p->inner[i++].sign = f(1), (p->inner[i++]).sign = f(-1), (*p).high = f(30));
    printf("%d %d %d %d %d\n", p->low, p->inner[0].sign, p->inner[1].sign, p->high, i);
    status = await timeout(1, next()->low = f(6));
    printf("%d %d %d\n", status, all[2].low, calls);
    status = await timeout(1, own.inner[1].sign = f(1));
    printf("%d %d\n", status, own.inner[1].sign);
    status = await timeout(0.01, own.low = f(3));
    printf("%d %d\n", status != 0, own.low);
    return 0;
}
