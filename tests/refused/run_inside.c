#include <asyncc.h>

static async int f(void)
{
    return 1;
}

async int main(void)
{
    int x = async_run(f());
    x += async_run_until_complete((struct uv_loop_s *)0, f());
    return x;
}
/* pitfalls: 97 */
