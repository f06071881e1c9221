/* no elision */
/* A computed goto out of blocks with defers and arrays of variable length, to labels that are on one way. */
#include <asyncc.h>
#include <stdio.h>
static async int f(int x)
{
    static const void *const places[] = { &&zero, &&one, &&two, &&in };
    defer printf("D0 ");
    int n = 0;
again:
    n++;
    {
        defer printf("D1 ");
        {
            defer await async_yield();
            int v[x + 1];
            v[x] = 3;
            await async_yield();
            printf("v%d ", v[x]);
            goto *({ if (x == 7) return 70; places[x]; });
        }
    }
in:
    printf("in ");
    if (x == 3) { x = 0; goto *&&again; }
zero:
    return 0;
one:
    printf("one ");
    return n;
two:
    if (n < 2)
        goto again;
    return 2;
}
static int walk(const char *code)
{
    return (int)code[0];
}
static async int plain(int x)
{
    defer printf("D ");
    void *to = x ? &&a : &&b;
    {
        defer printf("E ");
        goto *to;
    }
a:
    return walk("a");
b:
    return walk("b");
}
async int main(void)
{
    for (int i = 0; i < 4; i++)
        printf("= %d\n", await f(i));
    printf("= %d\n", await f(7));
    printf("= %d %d\n", await plain(1), await plain(0));
    return 0;
}
