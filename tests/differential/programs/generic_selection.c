/* What is chosen by type, and types taken from expressions: the calls in what is not chosen do not happen. */
#include <stdio.h>

static int calls;

static int whole(int n)
{
    calls++;
    return n;
}

static double real(double x)
{
    calls += 10;
    return x / 2;
}

static const char *text(void)
{
    calls += 100;
    return "text";
}

#define kind(x) _Generic((x), int: 1, double: 2, char *: 3, const char *: 3, default: 0)
#define half(x) _Generic((x), double: real, int: whole)(x)

struct pair {
    int a;
    char b[3];
};

static struct pair pair(int a)
{
    calls += 1000;
    return (struct pair){ a, "xy" };
}

int main(void)
{
    printf("%d %d %d %d\n", kind(whole(1)), kind(real(1)), kind(text()), kind(pair(1)));
    printf("%d\n", calls);
    printf("%g %d\n", half(5.0), half(5));
    printf("%d\n", calls);
    printf("%d\n", _Generic(1, int: whole(3), double: real(4)));
    printf("%g\n", __builtin_choose_expr(sizeof(int) == 1, whole(9), real(9)));
    printf("%d\n", calls);
    __auto_type a = pair(whole(4));
    __typeof__(pair(0)) b = a, c[2] = { b, pair(5) };
    __typeof__(a.b) d = "z";
    __typeof__(whole(0) + real(0)) e = whole(7) / 2;
    __typeof__(&pair) unused = 0;
    (void)unused;
    printf("%d %d %s %g\n", c[0].a, c[1].a, d, e);
    printf("%d %d\n", (int)sizeof(pair(1)), (int)sizeof pair(2).b);
    printf("%d\n", (int)_Alignof(__typeof__(real(1))));
    printf("%d\n", __builtin_types_compatible_p(__typeof__(whole(1)), int));
    const __typeof__(whole(1)) limit = whole(12);
    printf("%d %d\n", limit, calls);
    return 0;
}
