/* Locals and parameters named like functions. */
extern void abort(void);

int f(int f)
{
    return f + 1;
}

int g(int x)
{
    int f = x;
    {
        int f(int);
        return f(x);
    }
}

int h(void)
{
    int h = f(2);
    return h;
}

int main(void)
{
    int g1 = g(1), abort1 = h();
    if (g1 + abort1 != 5)
        abort();
    return 0;
}
