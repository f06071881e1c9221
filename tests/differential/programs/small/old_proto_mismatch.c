/* options: -std=gnu89 */
/* Old-style functions and promoted arguments. */
int f();
int g(a, b)
float a;
char b;
{
    return a + b;
}
int f(a)
double a;
{
    return a;
}
short s(x)
short x;
{
    return x;
}

main()
{
    return f(1.5) + g(1.5, 2) + s(70000) - 1 - 3 - s(70000L);
}
