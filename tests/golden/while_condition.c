#include <asyncc.h>

async int more(void);

async int count(void)
{
    int n = 0;
    while (await more())
        n++;
    return n;
}
