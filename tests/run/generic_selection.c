/* _Generic and __builtin_choose_expr: only the selected expression is evaluated, and its awaits with it. */
#include <asyncc.h>
#include <stdio.h>

struct point {
    int x, y;
};

static async int f(int v)
{
    printf("f(%d) ", v);
    await async_yield();
    return v;
}

static async double half(double v)
{
    await async_yield();
    return v / 2;
}

static async struct point at(int x, int y)
{
    await async_yield();
    return (struct point){ x, y };
}

#define SIZE_OF(x) _Generic((x), char: await f(1), short: await f(2), int: await f(4), default: await f(8))
#define KIND(x) _Generic((x), int: "int", double: "double", struct point: "point", default: "other")

/* All arms of one type: the selection is done among numbers. */
static async int same_type(char c, short s, int i, long l)
{
    return SIZE_OF(c) + 10 * SIZE_OF(s) + 100 * SIZE_OF(i) + 1000 * SIZE_OF(l) + SIZE_OF((char)i);
}

/* Of different types, some of which could not be assigned to the others. */
static async int other_types(int i)
{
    struct point p = _Generic(i, int: await at(i, await f(1)), double: await half(1), char *: 0);
    double d = _Generic(1.0, int: await at(1, 2), double: await half(await f(5)), default: (void *)0);
    _Generic(p, struct point: p, default: i).x += await f(10);
    return p.x * 100 + p.y * 10 + (int)(d * 2);
}

static async int void_arms(long l)
{
    int n = 0;
    _Generic(l, long: (void)(n += await f(3)), int: (void)(n = await f(4)));
    _Generic(l, long: (void)0, int: (void)(n = await f(4)));
    return n;
}

/* What selects is not evaluated. */
static async int unevaluated(void)
{
    printf("%s %s %s ", KIND(await f(1)), KIND(await half(1)), KIND(await at(1, 2)));
    return _Generic(await f(1), int: await f(2), default: 0);
}

/* The function is selected. */
static async int selected_function(int i, double d)
{
    return (int)(await _Generic(i, int: f, double: half)(i) + await _Generic(d, int: f, double: half)(d));
}

static async int chosen(int i)
{
    int a = __builtin_choose_expr(1, await f(i), (await at(1, 2)).x);
    int b = __builtin_choose_expr(sizeof i == 1, await f(1), await f(2));
    struct point p = __builtin_choose_expr(0, i, await at(3, 4));
    __builtin_choose_expr(1, i, a) += await f(100);
    return a + b * 10 + p.x + p.y + i;
}

static async int order(int i)
{
    return i++ + _Generic(i, int: i++ + await f(i), default: 0) * i++ + _Generic(i, int: await f(i), long: i = 0);
}

async int main(void)
{
    printf("%d\n", await same_type(1, 2, 3, 4));
    printf("%d\n", await other_types(7));
    printf("%d\n", await void_arms(7));
    printf("%d\n", await unevaluated());
    printf("%d\n", await selected_function(8, 9));
    printf("%d\n", await chosen(5));
    printf("%d\n", await order(5));
    return 0;
}
