/* options: -std=gnu89 */
/* Types without a tag, by value and by pointer; an unprototyped library. */
extern void abort();
extern void exit();

typedef struct {
    int a[4];
} T;

typedef struct foo {
    struct {
        int x, y;
    } in;

    union {
        int u;
        float f;
    };
} *F;

T t(T a)
{
    a.a[1]++;
    return a;
}

struct foo mk(void)
{
    struct foo f;
    f.in.x = 1;
    f.in.y = 2;
    f.u = 3;
    return f;
}

static F pass(F f)
{
    return f;
}

void chk(T *p)
{
    if (p->a[1] != 6)
        abort();
}

int main()
{
    T x = {{1, 5, 3, 4}};
    struct foo f = mk();
    x = t(x);
    chk(&x);
    if (pass(&f)->in.y != 2 || t(x).a[1] != 7)
        abort();
    exit(0);
}
