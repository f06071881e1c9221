/* Prototypes in a block. */
int main(void)
{
    extern int later(int), later2(void);
    int (*p)(int) = later;
    return p(1) + later2() - 3;
}

int later(int x)
{
    return x;
}

int later2(void)
{
    return 2;
}
