/* join, gather and timeout without await. */
#include <asyncc.h>

static async int f(void)
{
    return 1;
}

static async int g(void)
{
    int a, b;
    gather(a = f(), b = f());
    int status = timeout(1, a = f());
    task(int) t = create_task(f());
    return join(t) + status;
}
/* pitfalls: 108 */
