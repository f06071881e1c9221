#include <asyncc.h>

static async int f(int x)
{
    return x;
}

async int main(void)
{
    return await f() + await f(1, 2);
}
