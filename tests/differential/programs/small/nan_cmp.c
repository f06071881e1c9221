/* Not a number. */
double f(double x)
{
    return x;
}

int main(void)
{
    double n = f(0.0) / f(0.0);
    return (f(n) == f(n)) + (f(n) < 1) + !(f(n) != n) + !__builtin_isnan(f(n)) + (f(1) < f(2) ? 0 : 1);
}
