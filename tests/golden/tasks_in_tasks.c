#include <asyncc.h>

async int f(int x);

async int g(int x)
{
    task(int) t = create_task(f((task_unref(create_task(f((task_unref(create_task(f(x))), 1)))), 2)));
    return await join(t);
}
