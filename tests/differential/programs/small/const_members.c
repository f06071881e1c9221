/* Types with const members. */
struct s {
    const int a;
    int b;
} g = {1, 2};

union u {
    const int i;
    float f;
} h = {3};

struct n {
    struct s in[2];
    int c;
};

struct s mk(int a)
{
    struct s x = {a, a + 1};
    return x;
}

union u mu(int a)
{
    union u x = {a};
    return x;
}

struct n mn(struct s a, union u b)
{
    struct n r = {{a, mk(b.i)}, 7};
    return r;
}

int sum(int x, struct s s, union u u, struct n n)
{
    return x + s.a + s.b + u.i + n.in[0].a + n.in[1].b + n.c;
}

int id(int x)
{
    return x;
}

int main(void)
{
    struct s l = mk(5);
    const union u m = mu(6);
    int r = sum(id(1), g, mu(2), mn(mk(3), h)) + id(l.a);
    r += (id(1) ? mk(4) : l).b + ({
                                     struct s q = mk(9);
                                     q;
                                 }).a +
         (id(0) ? m : mu(8)).i;
    struct n z[2] = {mn(l, m), [1].in[0] = mk(20)};
    r += z[0].in[1].a + z[1].in[0].b + id(z[1].c);
    return r - (1 + 1 + 2 + 2 + 3 + 4 + 7 + 5 + 5 + 9 + 8 + 6 + 21);
}
