/* const and volatile objects through typedefs, in loops and arrays. */
typedef const volatile int cv;

typedef struct {
    int a;
} S;

static int f(int x)
{
    return x;
}

static S g(int x)
{
    S s = {x};
    return s;
}

static const int *ci(const int *p)
{
    return p;
}

int main(void)
{
    cv a = f(1);
    const volatile S s = g(2);
    volatile const long l[2] = {f(3), 4};
    const _Bool b = f(1);
    cv *p = &a;
    int const volatile *const volatile q = p;
    for (int i = 0; i < 2; i++) {
        const volatile int k = f(i);
        if (*ci((const int *)&k) != i)
            return 1;
    }
    const volatile int v = *ci(&(int){f(7)});
    return *p + s.a + l[0] + f(l[1]) + b + *q + v - 19;
}
