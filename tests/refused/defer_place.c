#include <asyncc.h>
#include <stdio.h>

static async void f(int x)
{
    if (x)
        defer printf("if");
    else
        defer printf("else");
    for (int i = 0; i < x; i++)
        defer printf("for");
    await async_yield();
}
