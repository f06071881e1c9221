/* pitfalls: 74, 78 */
/* Very many awaits in one function, and very many in one expression. */
#include <asyncc.h>
#include <stdio.h>

static async int f(int v)
{
    await async_yield();
    return v;
}

#define TEN(x) x x x x x x x x x x
#define PLUS_TEN(x) (x + x + x + x + x + x + x + x + x + x)

static async int statements(void)
{
    int n = 0;
    TEN(TEN(n += await f(1);))
    TEN(TEN(if (n % 2) n += await f(1); else n++;))
    return n;
}

static async int expression(void)
{
    return PLUS_TEN(PLUS_TEN(await f(1)));
}

static async int nested(void)
{
    int n = 1;
    n = await f(await f(await f(await f(await f(await f(await f(await f(await f(await f(n))))))))));
    return n ? n ? n ? n ? n ? n ? await f(n) : await f(2) : await f(3) : await f(4) : await f(5) : await f(6) : await f(7);
}

async int main(void)
{
    printf("%d\n", await statements());
    printf("%d\n", await expression());
    printf("%d\n", await nested());
    return 0;
}
