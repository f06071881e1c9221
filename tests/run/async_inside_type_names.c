/* A type name does not say async by what stands in its braces: members, and statements that typeof asks. */
#include <asyncc.h>
#include <stdio.h>
static async int f(int v) { await async_yield(); return v; }
async int main(void)
{
    int n = ((struct { async int (*call)(int); int k; }){ f, 3 }).k;
    n += (int)sizeof(struct { async int (*call)(int); }) > 0;
    n += (__typeof__(({ async int (*p)(int) = f; await p(1); })))await f(2);
    printf("%d\n", n);
    return 0;
}
