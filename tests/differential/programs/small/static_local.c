/* Static locals, sizes of calls that do not happen. */
extern void abort(void);

int next(void)
{
    static int n = 5;
    return n++;
}

int *addr(int x)
{
    static int a[3], *p = a;
    if (x)
        p++;
    return p;
}

const char *name(int i)
{
    static const char *const t[] = {"zero", "one"};
    return t[i];
}

int main(void)
{
    static int k = sizeof(next());
    int a = next(), b = next();
    if (b - a != 1 || k != 4 || addr(1) - addr(0) != 0 || name(1)[0] != 'o')
        abort();
    return 0;
}
