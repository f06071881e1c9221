/* Bit-fields and calls. */
struct b {
    unsigned a : 5;
    int b : 3;
    unsigned long long c : 33;
} x;

unsigned f(unsigned v)
{
    return v;
}

struct b g(int v)
{
    struct b r = {v, v, v};
    return r;
}

int main(void)
{
    x.a = x.b = f(7);
    if (x.b != -1 || x.a != 31)
        return 1;
    x.c = (unsigned long long)f(1) << 32;
    if (!x.c)
        return 2;
    x.a += f(2);
    x.b = g(3).b;
    if (x.a != 1 || x.b != 3 || g(9).b != 1)
        return 3;
    return (x.c >>= f(32)) - 1;
}
