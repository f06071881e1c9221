/* The message is clang's own. */
#include <asyncc.h>

async int main(void)
{
    int x = await async_yield(;
    return x
}
