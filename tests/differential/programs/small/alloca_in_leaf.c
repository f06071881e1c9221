/* alloca in functions that await nothing. */
#include <alloca.h>

int f(int n)
{
    return n;
}

int g(int n)
{
    char *p = alloca(n);
    p[0] = f(n);
    p[n - 1] = f(1);
    return p[0] + p[n - 1];
}

char *h(char *p)
{
    return p;
}

int k(int n)
{
    char *p = __builtin_alloca(8);
    *p = n;
    return *p;
}

int main(void)
{
    return g(5) + k(2) - 8;
}
