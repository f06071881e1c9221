/* Wide and unsigned comparisons. */
extern void abort(void);

unsigned long long sh(unsigned long long x, int n)
{
    return x << n | x >> (64 - n);
}

long long neg(long long x)
{
    return -x;
}

int cmp(unsigned a, int b)
{
    return a < b;
}

int main(void)
{
    if (sh(0x8000000000000001ull, 1) != 3)
        abort();
    if (neg(1) >= 0 || (unsigned)neg(1) != 0xffffffffu)
        abort();
    if (cmp(1, -1) != 1)
        abort();
    char c = sh(1, 7);
    if (c != -128)
        abort();
    return 0;
}
