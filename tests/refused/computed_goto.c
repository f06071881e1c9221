/* pitfalls: 72 */
/* Labels inside a defer, and behind one that has not been reached. */
#include <asyncc.h>
#include <stdio.h>

static async int into(int x)
{
    static void *table[] = {&&inside};
    defer {
    inside:
        printf("inside");
    }
    if (x)
        goto *table[x];
    return 1;
}

static async int past(int x)
{
    static void *table[] = {&&later};
    if (x)
        goto *table[x];
    defer printf("later");
later:
    return 1;
}
