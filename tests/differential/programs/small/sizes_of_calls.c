/* Sizes and types of calls that do not happen. */
int f(int);
int calls;

int f(int x)
{
    calls++;
    return x;
}

struct S {
    char c[7];

} g(void)

{
    calls++;
    struct S s = {""};
    return s;
}

int main(void)
{
    char a[sizeof(f(1)) + sizeof g()];
    static int z[sizeof(g().c)];
    __typeof__(f(2)) x = sizeof(a) + _Alignof(__typeof__(g())) + sizeof z / sizeof *z;
    if (__builtin_constant_p(f(1)))
        return 1;
    return x - 19 + calls;
}
