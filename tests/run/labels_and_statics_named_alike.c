/* pitfalls: 69, 104 */
/* Labels, members, tags and functions may share one name; the same label in several functions. */
#include <asyncc.h>
#include <stdio.h>

struct again { int again; };

static async int f(int v)
{
    await async_yield();
    return v;
}

static async int first(void)
{
    struct again again = {0};
again:
    again.again += await f(1);
    if (again.again < 3)
        goto again;
    return again.again;
}

static async int second(int again)
{
again:
    again -= await f(2);
    if (again > 0)
        goto again;
    {
        int f = again;
        goto f;
    f:
        again += f;
    }
    return again;
}

async int main(void)
{
    printf("%d %d\n", await first(), await second(7));
    return 0;
}
