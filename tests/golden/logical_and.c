#include <asyncc.h>

async int value(int x);

async int both(int a, int b)
{
    if (a && await value(b))
        return 1;
    return await value(a) || b;
}
