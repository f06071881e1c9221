#include <asyncc.h>

async int fill(int *list, int n);

async int sum(void)
{
    int list[4] = {1, 2}, s = 0;
    int n = await fill(list, 4);
    for (int i = 0; i < n; i++)
        s += list[i];
    return s;
}
