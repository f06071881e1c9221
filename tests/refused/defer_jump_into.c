/* goto into a defer, and labels inside one of a switch around it. */
#include <asyncc.h>
#include <stdio.h>

static async void f(int x)
{
    if (x)
        goto inside;
    defer {
        printf("defer");
    inside:
        await async_yield();
    }
    if (x > 1)
        goto inside;
}

static async int g(int x)
{
    switch (x) {
    case 1:
        await async_yield();
        defer {
    case 2:
            x++;
            switch (x) {
            case 3: /* of its own */
                printf("three");
            }
    default:
            x++;
        }
        break;
    }
    return x;
}

static async int plain(int x)
{
    defer {
        for (int i = 0; i < x; i++) {
        deep:
            x--;
        }
    }
    if (x > 3)
        goto deep;
    return x;
}
