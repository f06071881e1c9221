/* pitfalls: 52 */
/* Sizes that no local can keep. */
#include <asyncc.h>

async int f(int v);

async int mixed_types(int n)
{
    int a[n];
    __typeof__(a) b[n];
    b[0][0] = await f(1);
    return b[0][0];
}

async int operand(int n, int *p)
{
    return ((int (*)[n++])p + 1)[await f(n)][0];
}
