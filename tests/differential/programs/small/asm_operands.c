/* asm statements with calls as operands. */
extern void abort(void);

int id(int x)
{
    return x;
}

int f(int x)
{
    int y;
    asm("" : "=r"(y) : "0"(id(x)));
    asm volatile("" : : "r"(id(y)), "m"(y) : "memory");
    __asm__("# %0" ::"i"(3));
    return y;
}

int main(void)
{
    register int r = id(2);
    asm("" : "+r"(r));
    if (f(r) != 2)
        abort();
    return 0;
}
