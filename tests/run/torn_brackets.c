/* Macros that make one bracket of a pair, whose other one is spelled. */
#include <asyncc.h>
#include <stdio.h>
#define LAST 3)
#define FIRST (2,
#define OPEN (
#define CLOSE )
#define IF(x) if ((x) + (
#define THEN ))
#define CALL(f, x) f(x,

static async int g(int a)
{
    return a + 1;
}

static async int f(int a, int b)
{
    return a * 10 + b;
}

static async int k(int n)
{
    int s = 0, a[2] = { await f(n, LAST, await g(n CLOSE };
    s += await f(n, LAST;
    s += await f FIRST 4);
    s += await f FIRST LAST;
    s += await g OPEN n CLOSE;
    for (int i = 0; i < await g(1 CLOSE; i++)
        s += await f(i, LAST;
    for (int i = 0; i < 2; i++) s += await f(i, LAST;
    for (int i = 0; i < 2; i++) for (int j = await g(i CLOSE; j < await f(0, LAST; j++) s += await f(i, LAST;
    for (int i = await g OPEN 0); i < 4; i += await g OPEN 1)) s += 2;
    for (int i = 0; i < 2; i++) if (await g OPEN i) == 1) s++;
    if (await g OPEN 1) == 2) s++;
    while (await g OPEN s) < 400) s += 10;
    do s += await g(1 CLOSE; while (await g(s CLOSE < 500);
    switch (await g(s CLOSE - (s + 1)) {
    case 0:
        s++;
    }
    IF(await g(0)) -1 THEN s++;
    s += await CALL(f, 2) 4);
    return s + a[0] + a[1] + await f(n, LAST;
}

async int main(void)
{
    printf("%d\n", await k(1));
    return 0;
}
