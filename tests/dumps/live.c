/* What is spilled over each await, and what lives in the frame because of that. */
#include <asyncc.h>

async int spill(int n)
{
    int first = n, big[64] = { n }, later, dead = 1;
    await async_sleep(dead);
    if (first)
        later = big[1];
    await async_sleep(1);
    return first ? later : n;
}
