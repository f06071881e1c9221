/* A local type, and a function declared with it. */
extern void abort(void);

int f(int n)
{
    struct s {
        int x;
        char y[3];
    };

    return sizeof(struct s);
}

int g(void)
{
    typedef struct {
        int q;
    } Q;

    Q q(int n);

    struct {
        Q a, b;
    } z = {{1}, {2}};

    return z.a.q + z.b.q;
}

int main(void)
{
    if (g() != 3)
        abort();
    return 0;
}
