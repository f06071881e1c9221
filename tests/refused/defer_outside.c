#include <asyncc.h>
#include <stdio.h>

int plain(void)
{
    defer printf("plain");
    return 1;
}

static async int f(void)
{
    defer printf("async");
    return 2;
}
