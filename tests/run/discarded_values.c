/* pitfalls: 14, 15, 21, 111 */
/* Values that are computed and thrown away, with the awaits in them. */
#include <asyncc.h>
#include <stdio.h>

static async int f(int v)
{
    printf("<%d>", v);
    await async_yield();
    return v;
}

static int g(int v)
{
    printf("(%d)", v);
    return v;
}

static async void run(int c)
{
    int x = 1;
    (void)(unsigned)(c && await f(1));
    (void)((unsigned)(c ? await f(2) : 2));
    (void)((unsigned)(((c || await f(3)))));
    (void)-(c ? await f(4) : g(4));
    (void)(c ? (long)await f(5) : (long)g(5));
    (void)((g(0), await f(6)), await f(7));
    c ? (void)await f(8) : (void)0;
    (void)(c && (await f(9), g(9)));
    (void)(x = c ? await f(10) : 3, x++, c && await f(x));
    (void)!(await f(11) + (c ? await f(12) : 0));
    for ((void)await f(13); x++ < 4; (void)(c && await f(14)))
        ;
    ({ (void)await f(15); (void)(c ? await f(16) : 0); });
    (void)({ await f(17); });
    if (((void)(c || await f(18)), g(19)))
        printf("\n");
}

async int main(void)
{
    await run(0);
    await run(1);
    return 0;
}
