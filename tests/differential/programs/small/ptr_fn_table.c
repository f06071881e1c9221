/* Tables and structs of functions. */
extern void abort(void);
typedef void (*cb)(int *);

static void inc(int *p)
{
    ++*p;
}

static void dbl(int *p)
{
    *p *= 2;
}

static cb const tab[] = {inc, dbl, 0};

struct ops {
    cb a;
    int (*b)(struct ops *, int);
};

static int apply(struct ops *o, int x)
{
    if (o->a)
        o->a(&x);
    return x;
}

static void run(const cb *t, int *p)
{
    while (*t)
        (*t++)(p);
}

int (*sel(int n))(struct ops *, int)
{
    return n ? apply : (int (*)(struct ops *, int))0;
}

int main(void)
{
    int x = 3;
    struct ops o = {dbl, apply};
    run(tab, &x);
    if (o.b(&o, x) != 16 || sel(1)(&o, 1) != 2 || sel(0))
        abort();
    return 0;
}
