/* pitfalls: 26 */
/* ASYNCC_NO_SHORT_NAMES: only the keywords and the long names; the short ones are the user's. */
#define ASYNCC_NO_SHORT_NAMES
#include <asyncc.h>
#include <stdio.h>

struct gather { int async, await; };

static int join(int defer, int task)
{
    return defer * 10 + task;
}

static _Async int timeout(int spawn)
{
    _Await async_yield();
    return spawn + 1;
}

_Async int main(void)
{
    struct gather async = {1, 2};
    int await = _Await timeout(5);
    printf("%d %d\n", join(async.async, async.await), await);
    return 0;
}
