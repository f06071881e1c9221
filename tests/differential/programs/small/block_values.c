/* Statement expressions as conditions, initialisers, bodies. */
extern void abort(void);
#define max(a, b)                                                                                            \
    ({                                                                                                       \
        __typeof__(a) _a = (a);                                                                              \
        __typeof__(b) _b = (b);                                                                              \
        _a > _b ? _a : _b;                                                                                   \
    })

int f(int x)
{
    return x;
}

int main(void)
{
    int i = max(f(1), max(f(3), f(2)));
    if (i != 3)
        abort();
    i = ({
        int j;
        for (j = f(0); j < 5; j++)
            if (f(j) == 3)
                break;
        j;
    });
    if (({ f(i); }) != 3)
        abort();
    ({
        if (f(0))
            abort();
    });
    return ({ f(i) - 3; });
}
