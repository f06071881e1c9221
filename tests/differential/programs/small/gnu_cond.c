/* ?: without a middle. */
int n;

int f(int x)
{
    n++;
    return x;
}

char *s(char *p)
{
    n++;
    return p;
}

int main(void)
{
    int a = f(0) ?: f(5);
    char *p = s(0) ?: s("x");
    a = a ?: f(1);
    if (f(1) ?: 0)
        return n - 5 + (*p != 'x') + a - 5;
    return 1;
}
