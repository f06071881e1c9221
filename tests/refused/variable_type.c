/* pitfalls: 52 */
/* Types that depend on a variable, in scope of an await. */
#include <asyncc.h>

async int f(int v);

async int by_typedef(int n)
{
    typedef int row[n];
    row *p = 0;
    await f(1);
    return p == 0;
}

async int by_parameter(int n, int (*rows)[n])
{
    await f(1);
    return rows[1][n - 1];
}
