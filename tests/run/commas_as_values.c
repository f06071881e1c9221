/* A comma that is returned, initialises or selects needs parentheses where its text arrives; a sizeof in a macro may have sizes that await. */
#include <asyncc.h>
#include <stdio.h>
static async int f(int x) { await async_yield(); return x; }
#define COUNT(x) sizeof(int[x])
#define SIZE(x) ((int)sizeof(char[x][2]))
static async int g(int x) { await f(1); return x++, x + 5; }
static async int h(int x) { int n = 3;  await f(1); return n++, x + n; }
async int main(void)
{
    int x = 3, n = 1, t[3] = { 7, 8, 9 };
    int v = x ? n++, n + 1 : await f(1);
    v += t[n--, await f(1)] + t[n++, 1] + (await f(2), n);
    printf("%d %d %d %d\n", v, n, await g(1), await h(4));
    printf("%d\n", (int)COUNT(await f(x)) + SIZE(({ int w = x; w += await f(2); w; })));
    return 0;
}
