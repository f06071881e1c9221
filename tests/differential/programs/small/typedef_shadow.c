/* Names of types, used for objects. */
typedef int T;

T f(T T)
{
    return T + 1;
}

int g(void)
{
    typedef long T;
    T x = f(2);
    {
        double T = x;
        x = f(T);
    }
    return sizeof(T) == 8 ? x : 0;
}

int main(void)
{
    T T = f(1);
    return g() - T - 2;
}
