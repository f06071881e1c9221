/* So many locals alive over so many awaits that they live in the frame instead of being copied at each. */
#include <asyncc.h>
#include <stdio.h>

#define TEN(X, n) X(n##0) X(n##1) X(n##2) X(n##3) X(n##4) X(n##5) X(n##6) X(n##7) X(n##8) X(n##9)
#define ALL(X) TEN(X, 1) TEN(X, 2) TEN(X, 3) TEN(X, 4)

static async int f(int n)
{
    await async_yield();
    return n;
}

#define DECLARED(n) int v##n = await f(n); const short c##n = v##n % 7; double d##n;
#define STORED(n) d##n = v##n / 2.0; v##n += await f(c##n);
#define ADDED(n) sum += v##n + c##n + (long)d##n;

static async long straight(void)
{
    ALL(DECLARED)
    long sum = 0;
    ALL(STORED)
    for (int i = 0; i < 2; i++) {
        ALL(ADDED)
        await f(i);
    }
    return sum;
}

#define CASE(n) case n: { int w##n = await f(v##n); if (w##n % 3 == 1) continue; sum = sum * 3 + w##n; } break;
#define UNSET(n) int v##n;
#define SET(n) v##n = n;

static async unsigned jumping(void)
{
    unsigned sum = 0;
    ALL(UNSET)
    ALL(SET)
    for (int i = 10; i < 50; i++) {
        switch (await f(i)) {
            ALL(CASE)
        }
        sum += (unsigned)i;
    }
    return sum;
}

async int main(void)
{
    printf("%ld\n", await straight());
    printf("%u\n", await jumping());
    return 0;
}
