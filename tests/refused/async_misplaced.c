/* async where no function is. */
#include <asyncc.h>

async int variable;
async struct s { int x; };
typedef async int number;

static async int f(async int x)
{
    async int local = x;
    struct t { async int field; } t = {local};
    await async_yield();
    return t.field + variable;
}
