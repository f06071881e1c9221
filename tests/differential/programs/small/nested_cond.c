/* ?: in all positions of ?:. */
int f(int x)
{
    return x;
}

int g(int a, int b, int c)
{
    return a ? b ? c ? f(1) : f(2) : c ? f(3) : f(4) : b ? c ? f(5) : f(6) : c ? f(7) : f(8);
}

int h(int a)
{
    return f(a) > 3 ? f(a) > 5 ? 6 : 5 : f(a) > 1 ? 2 : f(a) ?: -1;
}

int printf(const char *, ...);

int main(void)
{
    int i, s = 0;
    for (i = 0; i < 8; i++)
        s = s * 10 + g(i >> 2 & 1, i >> 1 & 1, i & 1);
    printf("%d %d%d%d%d\n", s, h(0), h(1), h(4), h(9));
    return 0;
}
