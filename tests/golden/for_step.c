#include <asyncc.h>

async int next(int i);

async int count(int limit)
{
    int n = 0;
    for (int i = 0; i < limit; i = await next(i)) {
        if (i == 3)
            continue;
        n++;
    }
    return n;
}
