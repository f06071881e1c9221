/* A variable is not taken back when the function goes on. */
#include <asyncc.h>

async int keeps(int n)
{
    await async_yield();
    int sum = n + 1;
    await async_yield();
    sum += 2; /* law: homes */
    return sum;
}
