/* Enumerations as parameters and results. */
typedef enum { A, B = -3, C } E;

E f(E e)
{
    return e == B ? C : A;
}

enum big { X = 0x7fffffff, Y = X } g(enum big b)
{
    return b;
}

int main(void)
{
    E e = f(B);
    switch (f(e)) {
    case A:
        return g(X) != Y;
    case B:
    case C:
        return 2;
    }
    return 3;
}
