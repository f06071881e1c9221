/* Variable-length arrays and types made of them. */
extern void abort(void);

int f(int n)
{
    return n;
}

int s(int n, int a[n][n + 1], int (*p)[n + 1])
{
    int t = 0;
    for (int i = 0; i < n; i++)
        for (int j = 0; j <= n; j++)
            t += a[i][j] * f(1);
    return t + p[0][0] + sizeof(*a) / sizeof(int);
}

int main(void)
{
    int n = f(3);
    int a[n][n + 1];
    for (int i = 0; i < n; i++)
        for (int j = 0; j <= n; j++)
            a[i][j] = f(i + j);
    if (s(n, a, a + 1) != 30 + 1 + 4)
        abort();
    {
        char b[f(n)];
        b[f(2)] = 'x';
        n = sizeof b;
    }
    typedef char T[f(n)];
    T c;

    struct {
        int x;
    } q[f(2)];

    q[1].x = f(sizeof c);
    for (int i = 1; i < 4; i++) {
        int v[i];
        v[i - 1] = f(i);
        n += v[i - 1];
        if (i == 2)
            continue;
    }
    return n + q[1].x - 12;
}
