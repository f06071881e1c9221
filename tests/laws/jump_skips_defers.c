/* A return in an operand that awaits nothing: verify.c sees it between the passes. */
#include <asyncc.h>

void note(int value);

async int skips(int value)
{
    defer note(value);
    await async_yield();
    int sum = ({ if (value < 0) return -1; value; }); /* law: lower */
    return sum;
}
