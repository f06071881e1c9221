/* What is first in a list comes from another file, and an await stands behind it. */
#include <asyncc.h>
#include <stdio.h>

struct pair {
    int a, b;
};

static async int f(int x)
{
    await async_yield();
    return x + 1;
}

static async int sum(const int *p, int n)
{
    int s = 0;
    for (int i = 0; i < n; i++)
        s = s * 10 + await f(p[i]);
    return s;
}

async int main(void)
{
    int k = 3;
    printf("%d\n", await sum((int[]){
#include "included_firsts.h"
                                 , (struct pair){ k * await f(k), k }.b },
                             2));
    printf("%d\n", k >= await sum((int[]){
#include "included_firsts.h"
                                 , ({ int n = await f(k); n; }), 2 * await f(k) }, 3));
    struct {
        int a, b;
    } s = {
#include "included_firsts.h"
        , await f(k)
    };
    int a[] = {
#include "included_firsts.h"
        , await f(k++), 2
    };
    printf("%d %d %d %d %d\n", s.a, s.b, a[0], a[1], k);
    return 0;
}
