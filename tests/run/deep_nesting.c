/* pitfalls: 78, 32 */
#include <asyncc.h>
#include <stdio.h>

static async int f(int v)
{
    await async_yield();
    return v;
}

static async int blocks(int v)
{
    {{{{{{{{{{ int a = await f(v); {{{{{{{{{{ int b = await f(a + 1); v = a + b; }}}}}}}}}} v += a; }}}}}}}}}}
    return v;
}

static async int ifs(int v)
{
    int n = 0;
    if (v > 0) { n += await f(1); if (v > 1) { n += await f(1); if (v > 2) { n += await f(1); if (v > 3) {
        n += await f(1); if (v > 4) { n += await f(1); if (v > 5) { n += await f(1); if (v > 6) {
            for (int i = 0; i < 2; i++) { for (int k = 0; k < 2; k++) { while (n < 20) { do { switch (n % 3) {
                case 0: { n += await f(1); break; }
                default: { if (n > 10) { n += await f(2); } else { n += await f(3); } continue; }
            } } while (await f(n % 2)); } n += await f(100); } }
        } } } } } } }
    return n;
}

static async int conditionals(int v)
{
    return v > 9 ? await f(9) : v > 8 ? await f(8) : v > 7 ? await f(7) : v > 6 ? await f(6) : v > 5 ? await f(5)
         : v > 4 ? await f(4) : v > 3 ? await f(3) : v > 2 ? await f(2) : v > 1 ? await f(1) : await f(0);
}

static async int logic(int v)
{
    return (v & 1 && await f(v & 2) && (await f(v & 4) || await f(v & 8) || (v & 16 && !await f(v & 32))))
        || ((!(v & 1) || await f(0)) && (await f(v & 2) ? await f(v & 4) && 1 : !await f(v & 8)));
}

async int main(void)
{
    printf("%d\n", await blocks(1));
    for (int i = 0; i < 9; i++)
        printf("%d ", await ifs(i));
    for (int i = 0; i < 11; i++)
        printf("%d ", await conditionals(i));
    for (int i = 0; i < 64; i++)
        printf("%d", await logic(i));
    printf("\n");
    return 0;
}
