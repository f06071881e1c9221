#include <asyncc.h>
#include <stdlib.h>

static void release(char **p)
{
    free(*p);
}

static async int f(void)
{
    __attribute__((cleanup(release))) char *p = malloc(5);
    await async_yield();
    return p != NULL;
}

static async int no_await(void)
{
    __attribute__((cleanup(release))) char *p = malloc(5);
    return p != NULL;
}
