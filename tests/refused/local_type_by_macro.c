/* The macro is expanded, and then says so. */
#include <asyncc.h>

#define SIZE(n) sizeof(({ int first = n; first; }))

async int by_macro(int n)
{
    struct s { char bytes[SIZE(n)]; } s = { { 1 } };
    await async_yield();
    return s.bytes[0];
}
