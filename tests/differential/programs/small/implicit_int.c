/* options: -std=gnu89 */
/* Old-style definitions with implicit int. */
void abort(void);
void exit(int);
f(x) int x;
{
    return x + 1;
}
g(p, n) char *p;
unsigned n;
{
    while (n--)
        *p++ = f(n);
}

main()
{
    char b[10];
    g(b, 10);
    if (b[0] != 10)
        abort();
    exit(0);
}
