/* An array of variable size: its size is a local, its end a defer. */
#include <asyncc.h>

async int fill(int n)
{
    int values[n];
    values[0] = n;
    await async_sleep(0);
    return values[0];
}
