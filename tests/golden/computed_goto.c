#include <asyncc.h>

async int next(void);

async int run(int n)
{
    static void *const targets[] = { &&again, &&out };
again:
    n += await next();
    goto *targets[n > 3];
out:
    return n;
}
