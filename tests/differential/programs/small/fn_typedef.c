/* Typedefs of functions and of pointers to them. */
typedef int F(int);
typedef F *P;
F f;
static F g;

int f(int x)
{
    return x;
}

static int g(int x)
{
    return f(x) + 1;
}

int call(F *a, P b, int x(int))
{
    return a(1) + b(2) + x(3) + (*a)(4) + (**b)(5);
}

struct {
    P p;
    F *q[2];
} s = {f, {g, f}};

int main(void)
{
    P local[2] = {f, g};
    P *pp = local;
    return call(f, g, &f) + s.p(1) + s.q[0](1) + (*s.q[1])(1) + pp[1](0) + (*pp)(2) - 17 - 7;
}
