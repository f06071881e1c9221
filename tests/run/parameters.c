/* pitfalls: 39, 42, 44, 46, 52, 57 */
/* Parameters of every kind, in embedded and in pooled (recursive) frames. */
#include <asyncc.h>
#include <stdint.h>
#include <stdio.h>

struct small { char c; };
struct large { int list[20]; double d; };
union either { int i; double d; };
enum color { RED, BLUE = 7 };
typedef int matrix[2][2];
typedef int function(int);

static int twice(int v)
{
    return 2 * v;
}

static async int scalars(char c, signed char sc, unsigned char uc, short s, unsigned short us, int i, unsigned u, long l,
                         unsigned long ul, long long ll, unsigned long long ull, _Bool b, float f, double d,
                         long double ld)
{
    await async_yield();
    return c + sc + uc + s + us + i + (int)u + (int)l + (int)ul + (int)ll + (int)ull + b + (int)f + (int)d + (int)ld;
}

static async int aggregates(struct small s, struct large l, union either e, enum color c)
{
    l.list[3] += s.c;
    await async_yield();
    l.d *= 2;
    await async_yield();
    return l.list[3] + (int)l.d + e.i + (int)c;
}

static async int pointers(const char *text, int array[], matrix m, int sized[3], void *p, function *f, int g(int),
                          const struct large *l, char **argv)
{
    await async_yield();
    array[0] = sized[2];
    return text[0] + m[1][0] + *(int *)p + f(1) + g(2) + l->list[0] + argv[0][0];
}

static async int counted(int n, int a[n])
{
    int s = 0;
    for (int i = 0; i < n; i++) {
        await async_yield();
        s += a[i];
    }
    return s;
}

static async int modified(int v, const int c)
{
    v += c;
    await async_yield();
    v *= 2;
    await async_yield();
    return v;
}

static async int unused(int a, int b, int c)
{
    (void)a;
    await async_yield();
    (void)c;
    return b;
}

static async int many_kinds(int depth, struct large l, double d, const char *text, uint8_t byte)
{
    l.list[depth]++;
    if (depth > 0)
        return await many_kinds(depth - 1, l, d + 0.5, text + 1, (uint8_t)(byte + 100));
    await async_yield();
    int s = 0;
    for (int i = 0; i < 20; i++)
        s += l.list[i];
    printf("%s %g %d ", text, d, byte);
    return s;
}

async int main(void)
{
    printf("%d\n", await scalars(1, -2, 200, -300, 60000, 5, 6, 7, 8, 9, 10, 1, 1.5f, 2.5, 3.5L));
    struct large l = {{1, 2, 3, 4}, 1.5};
    printf("%d %d\n", await aggregates((struct small){'a'}, l, (union either){5}, BLUE), l.list[3]);
    int array[3] = {1, 2, 3}, n = 4;
    matrix m = {{1, 2}, {3, 4}};
    char *argv[] = {"x"};
    printf("%d ", await pointers("text", array, m, array, &n, twice, twice, &l, argv));
    printf("%d\n", array[0]);
    printf("%d %d %d\n", await counted(3, array), await modified(1, 2), await unused(1, 2, 3));
    printf("%d\n", await many_kinds(4, l, 1, "parameters", 7));
    return 0;
}
