/* Computed goto. */
extern void abort(void);

int f(int x)
{
    return x;
}

int g(int i)
{
    static void *t[] = {&&a, &&b, &&c};
    goto *t[f(i)];
a:
    i = f(10);
b:
    return f(i);
c:
    i++;
    goto *t[f(1)];
}

int h(void)
{
    void *p = &&x;
    int n = 0;
x:
    if (f(n++) < 3)
        goto *p;
    return n;
}

int main(void)
{
    if (g(0) != 10 || g(1) != 1 || g(2) != 3 || h() != 4)
        abort();
    return 0;
}
