#include <asyncc.h>
/* Names that hide others have other names when this is found; it is shown as it is here. */
async int f(int v);

async int g(int n)
{
    int i = n, v = i;
    for (int i = 0; i < 2; i++) {
        int i = await f(n);
        for (int j = 0, v[i + 2]; j < i; j++) { v[0] = j; i += await f(v[0]); }
    }
    return i + v;
}

async int h(int n)
{
    int k = n;
    {
        int k = 0; for (int k = 0; k < 2; k++) { k += await f(k); }
        for (int i = await f(n), k[i]; i < n; i++) k[0] = await f(k[0]);
    }
    return k;
}
