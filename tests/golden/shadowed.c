#include <asyncc.h>
#include <stdio.h>

async int next(int x);

async int count(int n)
{
    int i = 0;
    defer printf("%d\n", i);
    for (int i = 0; i < n; i++) {
        int n = await next(i);
        printf("%d %d\n", i, n);
    }
    return await next(i);
}
