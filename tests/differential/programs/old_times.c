/* options: -std=gnu89 */
/* C as it was: implicit int and declarations, no prototypes. */
int printf(const char *, ...);

count(n)
{
    return n + 1;
}

static total(a, n)
    register int *a;
{
    register i, sum = 0;
    for (i = 0; i < n; i = count(i))
        sum += count(a[i]);
    return sum;
}

double halved();

int (*pick(n))()
    int n;
{
    return n ? count : 0;
}

main(argc, argv)
    char **argv;
{
    static int a[3] = { 1, 2, 3 };
    auto x = count(1);
    const c = 4;
    printf("%d %d %d %g\n", total(a, 3), x, late(c), halved(3.0));
    printf("%d\n", (*pick(1))(1) + pick(1)(2));
    return argc - 1;
}

late(n)
{
    return count(n) * 2;
}

double halved(x)
    double x;
{
    return x / count(1);
}
