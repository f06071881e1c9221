/* A hidden name that is mentioned where another one is meant has a name of its own. */
#include <asyncc.h>

async int inner(int n)
{
    int total = n;
    defer total++;
    {
        int total = 2;
        await async_sleep(total);
    }
    return total;
}
