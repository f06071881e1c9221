/* inline as C99 has it. */
static inline int a(int x)
{
    return x;
}

extern inline int b(int x)
{
    return a(x) + 1;
}

inline int c(int x)
{
    return b(x) + 1;
}

extern int c(int);

int main(void)
{
    return c(0) - 2;
}
