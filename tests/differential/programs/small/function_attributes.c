/* Attributes of functions: alias, constructor, weak, always_inline. */
int f(int) __attribute__((noinline, noclone));

__attribute__((noinline)) int f(int x)
{
    return x;
}

static void __attribute__((noinline)) g(int *p)
{
    *p += f(1);
}

void h(void) __attribute__((constructor));
static int c;

void h(void)
{
    c = 1;
}

int al(int) __attribute__((alias("f")));

__attribute__((always_inline)) static inline int ai(int x)
{
    return f(x);
}

int __attribute__((optimize("O0"))) o(int x)
{
    return ai(x);
}

int k(int) __attribute__((pure));

int k(int x)
{
    return f(x);
}

extern int w(void) __attribute__((weak));

int main(void)
{
    int x = c;
    g(&x);
    if (w)
        return 9;
    return x + al(1) + o(1) + k(-4);
}
