#include <asyncc.h>
async int f(int v);
#define LAST(x) x)
#define OPEN {
#define CLOSE }
async int g(int n)
OPEN
    int x = await f(LAST(n);
    if (x) OPEN x += await f(x); CLOSE
    return x;
CLOSE
