/*
 * race: the same data from two mirrors. The first answer wins; the other request is cancelled, and its defers have
 * run, when race ends. Its value is which one won.
 */
#include <asyncc.h>
#include <stdio.h>

static async int fetch(const char *mirror, double seconds)
{
    defer printf("the connection to %s is closed\n", mirror);
    printf("asking %s\n", mirror);
    await async_sleep(seconds);
    return (int)(seconds * 100);
}

async int main(void)
{
    int near = 0, far = 0;
    switch (await race(near = fetch("the near one", 0.2), far = fetch("the far one", 0.9))) {
    case 0: printf("near: %d\n", near); break;
    case 1: printf("far: %d\n", far); break;
    }
    return 0;
}
