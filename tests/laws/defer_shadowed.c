/* A deferred statement is moved behind a declaration of the name that it uses. */
#include <asyncc.h>

void note(int value);

async int shadowed(int value)
{
    {
        defer note(value); /* law: names */
        await async_yield();
        enum { value = 3 };
        note(value);
    }
    return value;
}
