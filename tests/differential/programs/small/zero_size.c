/* Types of no size. */
struct e {
};

struct z {
    int n;
    int a[0];
};

struct e mk(void)
{
    struct e x = {};
    return x;
}

int f(struct e a, int b, struct e c)
{
    return b;
}

int g(struct z *z)
{
    return z->n;
}

int main(void)
{
    struct z z = {3};
    struct e l = mk();
    return f(mk(), 3, l) - g(&z) + sizeof(struct e);
}
