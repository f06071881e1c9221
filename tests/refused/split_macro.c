#include <asyncc.h>
async int f(int v);
#define SPLIT(x) await f(x
#define OPEN {
#define CLOSE }
async int g(int n)
OPEN
    int x = SPLIT(n));
    if (x) OPEN x += await f(x); CLOSE
    return x;
CLOSE
