/* Awaits that may suspend stand alone, numbered; operands in front of them in temporaries. */
#include <asyncc.h>

async int next(void);

async int pick(int a)
{
    for (int i = 0; i < a && await next(); i++)
        a = a++ + await next();
    return a ? await next() : 2;
}
