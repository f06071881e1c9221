/* The cleanup attribute. */
extern void abort(void);
static int n;

static void c(int *p)
{
    n = n * 10 + *p;
}

static int f(int x)
{
    return x;
}

static int g(int x)
{
    int a __attribute__((cleanup(c))) = f(1);
    if (x) {
        int b __attribute__((cleanup(c))) = f(2);
        return f(n);
    }
    int i __attribute__((cleanup(c))) = 3;
    for (; i < 5; i++) {
        int d __attribute__((cleanup(c))) = f(i);
        if (i == 3)
            continue;
        break;
    }
    return n;
}

int main(void)
{
    if (g(1) != 0 || n != 21)
        abort();
    n = 0;
    if (g(0) != 344 || n != 3441)
        return n;
    return 0;
}
