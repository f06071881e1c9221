/* What #undef has taken and #pragma pop_macro brought back: names that are no macros stay names. */
#include <asyncc.h>
#define LIMIT 9
#define LEAVE return 5
#pragma push_macro("timeout")
#pragma push_macro("LIMIT")
#pragma push_macro("LEAVE")
#pragma push_macro("counter")
#undef timeout
#undef LIMIT
#undef LEAVE
#define counter 1
struct library {
    int timeout;
};
#undef counter
#pragma pop_macro("timeout")
#pragma pop_macro("LIMIT")
#pragma pop_macro("LEAVE")
#pragma pop_macro("counter")
async int f(int n);
async int names(struct library *l)
{
    int counter = await f(l->timeout);
    return counter + l->timeout;
}
async int late(int n)
{
    return await timeout(1, n = f(n));
}
async int leaves(int n)
{
    await f(n);
    if (n > LIMIT)
        LEAVE;
    return n;
}
int plain(int n)
{
    return n < LIMIT;
}
async int untouched(int n)
{
    return await f(n);
}
