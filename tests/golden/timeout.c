#include <asyncc.h>

async int number(int x);

async int at_most(double seconds)
{
    int n = 0;
    int status = await timeout(seconds, n = number(1));
    return status ? status : n;
}
