/* Functions and objects in one declaration. */
int f(int), g(int), *h(int *), x = 1, (*fp)(int) = f;

int f(int a)
{
    return a;
}

int g(int a)
{
    return f(a);
}

int *h(int *p)
{
    return p;
}

int main(void)
{
    int a = f(1), b = g(a), *p = h(&b), c[2] = {f(a), *h(p)};
    return a + b + *p + c[0] + c[1] + x + fp(1) - 7;
}
