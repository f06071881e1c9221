#include <asyncc.h>

static async int f(int x)
{
    await async_yield();
    switch (x) {
    case 1:
        return 2; /* law: parse */
    }
    return x;
}

async int main(void)
{
    return await f(0);
}
