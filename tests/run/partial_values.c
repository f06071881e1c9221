/*
 * What is left of an operand is one value when more awaits follow, of the type that C gives it; and where more values
 * are alive over many awaits than can be copied, they live in the frame.
 */
#include <asyncc.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>

#define TYPED(type) \
    static async type type##_(type v) \
    { \
        await async_yield(); \
        return v; \
    }

typedef unsigned char byte;
typedef unsigned long word;
typedef struct { int a; const int b; char rest[70]; } big;
enum colour { RED = 1, GREEN = 3 };
typedef enum colour colour;
typedef double number;
typedef const char *letters;
typedef signed char small;
typedef unsigned natural;

TYPED(int)
TYPED(byte)
TYPED(small)
TYPED(short)
TYPED(natural)
TYPED(word)
TYPED(bool)
TYPED(colour)
TYPED(number)
TYPED(float)
TYPED(letters)
TYPED(big)

#define SHOW(value) printf("%lld %d\n", (long long)(value), (int)sizeof(value))

struct fields {
    unsigned three : 3;
    int five : 5;
    bool one : 1;
};

static async int types(void)
{
    struct fields f = { 7, -9, 1 };
    const volatile int fixed = 5;
    long long n;
    n = await byte_(200) + await byte_(100) + await byte_(50) + await byte_(1);
    printf("%lld\n", n);
    n = await small_(-100) * await small_(100) * await small_(2) - await byte_(9);
    printf("%lld\n", n);
    n = (byte)(await int_(200) + await int_(100)) + await int_(1) + await natural_(UINT_MAX);
    printf("%lld\n", n);
    n = await int_(-1) + await natural_(1) + await word_(ULONG_MAX) - await int_(3);
    printf("%lld\n", n);
    n = await natural_(0) - await natural_(1) + await word_(1);
    printf("%lld\n", n);
    n = (await int_(-8) >> await int_(1)) + await natural_(2) + await bool_(1);
    printf("%lld\n", n);
    n = await bool_(1) + await bool_(1) + await bool_(1) == await int_(3);
    printf("%lld\n", n);
    n = (await colour_(GREEN) | await colour_(RED) << 3) + await colour_(GREEN) * await int_(2);
    printf("%lld\n", n);
    n = f.three + await int_(f.five) + f.one + await int_(f.three) - await int_(fixed) * fixed;
    printf("%lld\n", n);
    n = (await int_(1) < await int_(2)) + (await int_(1) + await int_(2) > await int_(2)) - await int_(4);
    printf("%lld\n", n);
    n = ~(await int_(5) ^ await int_(9)) + -(await short_(3) % await short_(2)) + !(await int_(0) + await int_(0)) + await int_(1);
    printf("%lld\n", n);
    n = (await int_(1) + await int_(2), await int_(3) + await int_(4)) + await int_(5);
    printf("%lld\n", n);
    n = ((await int_(1) ? await int_(2) : await int_(3)) + (await int_(0) ?: await int_(6))) * await int_(7);
    printf("%lld\n", n);
    return 0;
}

static async int floats(void)
{
    printf("%.17g\n", await number_(0.1) * await number_(3) + await number_(0.7) - await number_(1e-17));
    printf("%.9g\n", (double)(await float_(0.1f) * await float_(3) + await float_(0.7f) * await float_(1e7f)));
    printf("%d\n", (int)(await number_(1.5) + await number_(1.5)) + await int_(4) + await int_(5));
    printf("%.17g\n", await int_(1) + await int_(2) + await number_(0.5) + await int_(1));
    return 0;
}

/* Elements of arrays that nothing else points into. */
static async int places(void)
{
    int cube[2][3][4] = { 0 }, *pointer = cube[0][0];
    int other[2][2][2] = { { { 1, 2 }, { 3, 4 } }, { { 5, 6 }, { 7, 8 } } };
    cube[await int_(1)][await int_(2)][await int_(3)] += await int_(1) + await int_(2) + await int_(3);
    *(pointer + await int_(1) + await int_(2)) = await int_(9);
    printf("%d %d\n", cube[1][2][3], cube[0][0][3]);
    int n = other[await int_(1)][await int_(0)][await int_(1)] + await int_(1) + other[await int_(0)][await int_(1)][await int_(1)];
    letters text = await letters_("abcdef") + await int_(1) + await int_(2);
    printf("%d %s %td\n", n, text, await letters_(text) - await letters_(text) + await int_(1) + await int_(2));
    return n;
}

static async int order(void)
{
    int n = 1;
    n = n + await int_(n = 2) + (n = 5) + await int_(n) + n++ + await int_(n);
    printf("%d\n", n);
    int m = await int_(1) + await int_(2) + ({ int k = await int_(3) + await int_(4) + await int_(5); k + n; }) + await int_(6);
    printf("%d\n", m);
    for (int i = await int_(0) + await int_(0) + await int_(0); await int_(i) + await int_(1) + await int_(1) < await int_(4); i += await int_(0) + await int_(0) + await int_(1))
        printf("%d\n", i + await int_(1) + await int_(2));
    return await int_(1) + await int_(2) + await int_(3);
}

/* ---- many ---- */

#define FIVE(x) x(1), x(2), x(3), x(4), x(5)
#define TWENTY(x) FIVE(x), FIVE(x), FIVE(x), FIVE(x)
#define AN_INT(k) await int_(k + given)
#define A_NUMBER(k) await number_(k / 8.0)
#define A_BIG(k) await big_((big){ k, k + given, "" })
#define SUM(x) (x(1) + x(2) + x(3) + x(4) + x(5) + x(1) + x(2) + x(3) + x(4) + x(5))

static int last(int count, const int *values)
{
    int sum = 0;
    for (int i = 0; i < count; i++)
        sum = sum % 1000 * 3 + values[i];
    return sum;
}

static double chain(double a, double b, double c, double d, double e, double f, double g, double h, double i, double j, double k,
                    double l, double m, double n, double o, double p, double q, double r, double s, double t)
{
    return a - b + c - d + e - f + g - h + i - j + k - l + m - n + o - p + q - r + s - t;
}

static async int many(int given)
{
    int sum = 0;
    for (int round = 0; round < 3; round++) {
        int values[] = { TWENTY(AN_INT), TWENTY(AN_INT) };
        const big bigs[] = { TWENTY(A_BIG), { 1, 2, "" } };
        sum = sum % 1000 + last(40, (int[]){ TWENTY(AN_INT), sum, TWENTY(AN_INT) }) % 1000 + last(40, values) % 1000;
        printf("%d %d\n", sum, bigs[19].a + bigs[18].b + bigs[20].b);
        if (await int_(round) == 1)
            continue;
        printf("%g\n", chain(TWENTY(A_NUMBER)));
    }
    printf("%.17g %d\n", SUM(A_NUMBER) + SUM(A_NUMBER) - SUM(A_NUMBER) * SUM(A_NUMBER), SUM(AN_INT) - (SUM(AN_INT) + (SUM(AN_INT) + given)));
    return sum;
}

/* One value over many awaits, in both arms and behind them. */
static async int over(int given)
{
    return await int_(given) + await int_(2) * (given ? SUM(AN_INT) + SUM(AN_INT) : SUM(AN_INT) - SUM(AN_INT)) +
           _Generic(given, int: SUM(AN_INT) + SUM(AN_INT), default: 0) + ({ int s = 0; for (int i = 0; i < 9; i++) s += AN_INT(i) * SUM(AN_INT) + AN_INT(1); s; });
}

async int main(void)
{
    await types();
    await floats();
    int n = await places() + await order() * await many(1) + await many(2);
    printf("%d %d %d\n", n, await over(0), await over(3));
    return 0;
}
