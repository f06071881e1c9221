/* Arrays that become pointers, and some that do not. */
extern void abort(void);

char *f(char *p, int n)
{
    return p + n;
}

int g(const char p[], int a[][2])
{
    return p[0] + a[1][1];
}

int main(void)
{
    char b[] = "hello", (*pb)[6] = &b, *q[2] = {b, b + 1};
    int a[2][2] = {1, 2, 3, 4};
    if (*f(b, 1) != 'e' || (*pb)[g("", a)] != 'o' || f(q[1], 2)[-1] != 'l' || *f(*(q + 1), 0) != 'e')
        abort();
    return sizeof *pb - 6;
}
