#include <asyncc.h>

#define W(x) await x
#define V(x) (void)await x

async int f(int v);
int plain(int v);

async int g(int v)
{
    W(plain(v));
    V(plain(v));
    W(f(v));
    int n = W(plain(v));
    return n;
}
