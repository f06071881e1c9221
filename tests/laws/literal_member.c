/* A member of a literal is pointed into, and the literal is not in the frame. */
#include <asyncc.h>

struct pair {
    int a, b;
};

async int use(int value)
{
    int *p = &((struct pair){ .b = value }).b; /* law: places */
    await async_yield();
    return *p;
}
