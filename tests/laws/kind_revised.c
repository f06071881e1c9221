/* What an await is, is revised when others have acted on it. */
#include <asyncc.h>

async int later(int value);

async int caller(int value)
{
    return await later(value); /* law: lower */
}

struct late {
    int a;
};

async int later(int value)
{
    struct late late = { value };
    await async_yield();
    return late.a;
}
