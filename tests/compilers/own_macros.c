/* Macros that the translator expands, and in them those that compilers have by themselves. */
/* refused: not what was translated */
#include <asyncc.h>
#include <stdio.h>
#include <string.h>

#define PICK(a, b) (__GNUC__ > 4 ? a : b)
#define NEW (__GNUC__ >= 5)
#define NAMED(n) (strlen(__VERSION__) > 0 ? n : 0)

static async int id(int x)
{
    await async_yield();
    return x;
}

async int main(void)
{
    int n = PICK(await id(1), await id(2));
    if (NEW && await id(n))
        n += 10;
    printf("%d %d\n", n, NAMED(await id(3)));
    return 0;
}
