/* create_task and spawn of what is no call of an async function. */
#include <asyncc.h>

static int plain(int x)
{
    return x;
}

static async int f(void)
{
    task(int) t = create_task(plain(1));
    spawn(5);
    spawn(plain(2));
    return await join(t);
}
