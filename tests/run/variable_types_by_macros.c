/* Types of varying size whose name a macro makes, or mentions. */
#include <asyncc.h>
#include <stdio.h>
#include <string.h>

#define NAME row
#define TYPED(name) name values
#define DECLARE(type, size) typedef int type[size]
#define ROW row
#define CLEAR(p) memset(p, 0, sizeof(ROW))

static async int f(int v)
{
    await async_yield();
    return v;
}

static async int named(int n)
{
    int sum = ({ typedef int NAME[n];
        row values;
        CLEAR(values);
        (int)sizeof values; });
    return sum + await f(1);
}

static async int declared(int n)
{
    DECLARE(row, n + await f(1));
    TYPED(row);
    CLEAR(values);
    values[0] = await f(2);
    ROW more, *pointer = &more;
    memset(more, 0, sizeof(ROW));
    return (*pointer)[n] + values[0] + (int)sizeof(row);
}

async int main(void)
{
    printf("%d %d\n", await named(3), await declared(4));
    return 0;
}
