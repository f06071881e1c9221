/* What is taken apart: the operand in front of an await, when something behind it may change it; not what is in no await. */
#include <asyncc.h>

async int next(void);

async int sum(int *p, int n)
{
    int total = n * 2;
    total = *p + await next();
    return total + (n ? await next() : 0);
}
