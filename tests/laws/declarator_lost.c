/* Of two variables that are declared together one is not declared. */
#include <asyncc.h>

async int sum(int count)
{
    const int first = count * 2, last = count + 1; /* law: text */
    await async_yield();
    return first + last;
}
