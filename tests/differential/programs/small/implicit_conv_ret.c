/* Results that are converted. */
char f(int x)
{
    return x;
}

unsigned short g(long x)
{
    return x;
}

float h(double x)
{
    return x;
}

_Bool b(void *p)
{
    return p;
}

void *v(int x)
{
    return x ? &v : 0;
}

long l(int x)
{
    return (unsigned)x;
}

int main(void)
{
    return f(256 + 5) - 5 + g(65536) + (h(0.1) == 0.1) + b(0) + !b(v(1)) + (l(-1) != 4294967295);
}
