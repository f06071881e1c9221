/* goto and switch into the scope of a defer. */
#include <asyncc.h>
#include <stdio.h>

static async void f(int x)
{
    if (x)
        goto inside;
    {
        defer printf("defer");
    inside:
        await async_yield();
    }
}

static async void g(int x)
{
    switch (x) {
    case 0:;
        defer printf("defer");
        await async_yield();
        break;
    case 1:
        await async_yield();
    }
}

static async void h(int x)
{
    if (x)
        goto later;
    defer printf("defer");
    await async_yield();
later:
    printf("later");
}
