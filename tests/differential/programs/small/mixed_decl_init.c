/* Declarators that use each other. */
int f(int x)
{
    return x * 3;
}

int main(void)
{
    int a = f(1), b = a + f(a), c[] = {a, b, f(b)}, *p = c, n = sizeof c / sizeof *c;
    for (int i = 0, s = f(1), *q = p; i < n; i++, q++)
        a += *q + s;
    return a - (3 + 3 + 12 + 36 + 9);
}
