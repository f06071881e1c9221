/* Of a file that is spliced in, the end is lost. */
#include <asyncc.h>

async int same(int value)
{
    await async_yield();
    return value;
}

async int included(int value) /* law: text */
{
    return
#include "inclusion_drops.h"
        ;
}
