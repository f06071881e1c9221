/* Types defined in a parameter list. */
extern void abort(void);

int f(struct P { int a; } * p)
{
    return p ? p->a : 0;
}

int g(enum {A1, B1} e, union { int i; } * u)
{
    return e + (u != 0);
}

int main(void)
{
    if (f(0) + g(1, 0) != 1)
        abort();
    return 0;
}
