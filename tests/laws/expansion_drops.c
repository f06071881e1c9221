/* A macro that awaits loses a token where it is expanded. */
#include <asyncc.h>

async int same(int value)
{
    await async_yield();
    return value;
}

#define DIFFERENCE(value) (await same(value) + -(value))

async int expanded(int value) /* law: text */
{
    return DIFFERENCE(value);
}
