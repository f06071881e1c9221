/* Volatile objects, read and written beside calls. */
extern void abort(void);
volatile int v;

int id(int x)
{
    return x;
}

void f(volatile int *p)
{
    int i;
    for (i = id(0); i < 3; ++i)
        *p = *p + id(1);
    while (*p) {
        --*p;
        id(*p);
    }
}

int main(void)
{
    volatile unsigned char c = 255;
    c += id(2);
    f(&v);
    if (c != 1 || v)
        abort();
    return 0;
}
