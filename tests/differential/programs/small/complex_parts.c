/* Complex numbers and their parts. */
extern void abort(void);

__complex__ double g(int x)
{
    __complex__ double r;
    __real__ r = x;
    __imag__ r = -x;
    return r;
}

__complex__ int gi(int x)
{
    return x + 2i;
}

_Complex float cf(_Complex float a, _Complex float b)
{
    return a * b + ~a;
}

int main(void)
{
    __complex__ double z = g(1) + g(2);
    if (z != 3.0 - 3.0i)
        abort();
    if (__imag__ gi(4) != 2 || __real__(gi(1) * gi(1)) != -3)
        abort();
    _Complex float f = cf(1 + 1.0if, 2);
    if (f != 3 + 1.0if)
        abort();
    __real__ z += __imag__ g(3);
    z *= g(1);
    return 0;
}
