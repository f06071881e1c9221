/* Values that nobody uses. */
int f(int, char *, ...);

int g(int a, int b)
{
    return 0;
}

int h(int unused)
{
    (void)unused;
    return g(1, 2);
}

int main(int argc, char **argv)
{
    h(argc);
    (void)g(1, 1);
    g(h(0), h(0));
    0;
    "x";
    g;
    &g;
    return (int)g(2, 3);
}
