#include <asyncc.h>

async int value(int x);

async int sum(int a, int b)
{
    return await value(a) + await value(b);
}
