/* Variadic functions, which stay plain, and a va_list that is handed on. */
#include <stdarg.h>
extern void abort(void);

int one(int x)
{
    return x;
}

int vsum(int n, va_list ap)
{
    int s = 0;
    while (n--)
        s += one(va_arg(ap, int));
    return s;
}

int sum(int n, ...)
{
    va_list ap;
    int s;
    va_start(ap, n);
    s = vsum(n, ap);
    va_end(ap);
    return s;
}

int takes(va_list *ap)
{
    return va_arg(*ap, int);
}

int main(void)
{
    if (sum(3, one(1), one(2), one(3)) != 6)
        abort();
    return 0;
}
