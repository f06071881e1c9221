#include <asyncc.h>

async int f(a, b)
    int a;
    char *b;
{
    await async_yield();
    return a + b[0];
}
