/* _Bool as result, parameter, bit-field. */
#include <stdbool.h>
extern void abort(void);

bool b(int x)
{
    return x;
}

int c(bool x)
{
    return x;
}

_Bool neg(_Bool x)
{
    return !x;
}

struct {
    bool f : 1;
    bool g;
} bs;

int main(void)
{
    if (b(256) != 1 || c(0.5) != 1 || c(neg(b(0))) != 1)
        abort();
    bs.f = b(2);
    bs.g = neg(bs.f);
    bs.f ^= b(1);
    if (bs.f || bs.g)
        abort();
    bool t = b(3) && !b(0);
    t += b(1);
    t -= 1;
    return t;
}
