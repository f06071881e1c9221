/* Results of awaits that nobody reads, of functions that never wait: left of a comma, amid operands, behind a cast to void. */
#include <asyncc.h>
#include <stdio.h>

static int calls;

static async int quick(int v)
{
    calls++;
    return v ^ 5;
}

static async int add(int v, int w)
{
    return v * 3 + w;
}

async int main(void)
{
    int n = 3;
    int first = (n++, await quick(n), n);
    int amid = await add((n++, await quick(n), n), await quick(2));
    int last = ((void)await quick(1), await add(1, (await quick(n), n)));
    for (int i = (await quick(n), 0); await quick(i), i < 2; await quick(i), i++)
        n += (n > 100 ? (await quick(1), 1) : (await quick(2), await quick(3), 2));
    n += (await quick(1) ? (await quick(2), n) : 0);
    printf("%d %d %d %d %d\n", first, amid, last, n, calls);
    return 0;
}
