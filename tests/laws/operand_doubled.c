/* An operand stands twice. */
#include <asyncc.h>

int note(int value);

async int add(int a, int b)
{
    await async_yield();
    return a + b;
}

async int twice(int n)
{
    int sum = 2 + (note(n) + await add(n, 1)) * 2; /* law: text */
    return sum;
}
