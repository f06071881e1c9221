/* pitfalls: 102 */
/* A line splice in the middle of await, async and a name. */
#include <asyncc.h>
#include <stdio.h>

static as\
ync int f(int v)
{
    awa\
it async_yi\
eld();
    return v;
}

async int main(void)
{
    int y = aw\
ait f(1) + await f\
(2);
    printf("%d\n", y);
    return 0;
}
