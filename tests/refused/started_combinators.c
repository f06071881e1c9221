/* What is started is a call; combinators live in the function that awaits them. */
#include <asyncc.h>

async int f(int x);

async int g(task(int) t)
{
    int a;
    task(int) u = create_task(timeout(1, a = f(1)));
    spawn(gather(f(1), race(f(2), timeout(3, f(4)))));
    gather(f(1), timeout(2, f(1)));
    await gather(f(1), join(t), create_task(f(1)));
    return await join(u) + a;
}
