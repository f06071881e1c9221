/* pitfalls: 72 */
#include <asyncc.h>
#include <stdlib.h>

static async int f(int x)
{
    static void *table[] = {&&zero, &&one};
    char *text = malloc(1);
    defer free(text);
    goto *table[x];
zero:
    await async_yield();
    return 0;
one:
    return 1;
}
