/* Nested initialisers, with calls in them. */
extern void abort(void);

int f(int x)
{
    return x * 2;
}

struct S {
    int a, b[3];

    struct {
        char c;
        short d;
    } e;
} s;

int main(void)
{
    struct S t = {f(1), {f(2), [2] = f(3)}, {f(4), f(5)}}, u = {.e.d = f(7), .b[1] = f(8)}, v = t,
             w[2] = {[1] = t, [0].a = 3};
    if (t.a + t.b[0] + t.b[1] + t.b[2] + t.e.c + t.e.d != 30)
        abort();
    if (u.a || u.b[1] != 16 || u.e.d != 14)
        abort();
    v.b[f(0)]++;
    w[f(0)].e = w[1].e;
    if (w[0].e.c != 8 || v.b[0] != 5)
        abort();
    s = (struct S){.b = {[1] = f(1)}};
    return s.b[1] - 2;
}
