/*
 * arrays_in_returned_operands.c - an array whose size is computed, in a macro in a return's operand, where there are defers:
 * that there was no memory for it is no return.
 */
#include <asyncc.h>

#include <stdio.h>
#include <string.h>

#define LAST(n) ({ int row[(n) + 1]; memset(row, 0, sizeof row); row[n] = await more(n); row[n]; })

static async int more(int n)
{
    await async_yield();
    return n + 1;
}

static async int last_of(int n)
{
    int first[await more(n)];
    first[n] = 7;
    if (n & 1)
        return LAST(n) + first[n];
    return first[n];
}

static async int counted(int n)
{
    int sum = 0;
    defer printf("counted to %d\n", sum);
    for (int i = 0; i < n; i++)
        sum += await last_of(i);
    return await last_of(n) + LAST(sum);
}

async int main(void)
{
    for (int n = 1; n < 4; n++)
        printf("%d\n", await counted(n));
    return 0;
}
