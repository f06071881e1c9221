/* Literals that typeof is asked of, in casts, literals and declarations that are macros as a whole: nothing points to them. */
#include <asyncc.h>
#include <stdio.h>

#define CAST (__typeof__(await sum(n, (int[2]){ n, 1 })))5
#define PLAIN(call, value) (__typeof__(call))(value)
#define LITERAL (__typeof__(*(int[2]){ n, 1 })){ 7 }
#define DECLARE(name) __typeof__(plain((int[2]){ n, 1 })) name = 9

static int plain(const int *p)
{
    return p[0] + p[1];
}

static async int sum(int v, const int *p)
{
    await async_yield();
    return v + p[0] + p[1];
}

async int main(void)
{
    int n = 3, k = CAST;
    await async_yield();
    k += plain((int[2]){ n, k }) + PLAIN(plain((int[2]){ n, 1 }), await sum(n, (int[2]){ n, 4 }));
    for (int i = CAST; i < 8 && await sum(i, (int[2]){ 1, 0 }); i++)
        k += LITERAL;
    DECLARE(last);
    await async_yield();
    printf("%d %d\n", k, last);
    return 0;
}
