#include <asyncc.h>
async int f(int v);
#define OPEN {
#define CLOSE }
#define BEGIN await f(({
#define END }))
async int g(int n)
OPEN
    int x = BEGIN n++; n; END;
    if (x) OPEN x += await f(x); CLOSE
    return x;
CLOSE
