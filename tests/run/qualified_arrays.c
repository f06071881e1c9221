/* options: -Wno-cast-qual */
/* The qualifiers of a typedef of an array are its elements', also in the frame and in a parameter, which is a pointer to them. */
#include <asyncc.h>
#include <stdio.h>

typedef int row[3];
typedef row matrix[2];
typedef const matrix fixed;
typedef volatile fixed seen;
typedef const char *names[2];
typedef int *restrict apart[2];
typedef _Atomic int counters[2];
typedef int any[];

#define KIND(p) _Generic((p), const int *: 1, int *: 2, volatile int *: 3, const volatile int *: 4, \
                         const _Atomic int *: 5, const char *const *: 6, int *const restrict *: 7, default: 0)

static async int f(int v)
{
    await async_yield();
    return v;
}

static async const char *text(const char *t)
{
    await async_yield();
    return t;
}

static async int *pointer(int *p)
{
    await async_yield();
    return p;
}

static async void locals(void)
{
    int n = 9;
    const row one = { 1, await f(2) };
    fixed two = { { 3, await f(4) } };
    seen both = { { 5, await f(6) } };
    const volatile row device = { await f(7) };
    const names said = { await text("a"), "b" };
    const apart pointers = { await pointer(&n), NULL };
    const counters counted = { await f(8) };
    const any open = { 1, await f(10) };
    const __typeof__(one) same = { await f(11) };
    const matrix several[2] = { { { 1 }, { await f(12) } } };
    const row *first = two;
    await f(1);
    printf("%d %d %d %d %d", KIND(&one[0]), KIND(two[0]), KIND(&two[1][0]), KIND(&both[0][0]), KIND(&device[0]));
    printf(" %d %d %d %d %d", KIND(said), KIND(&pointers[0]), KIND(&counted[0]), KIND(open), KIND(&same[0]));
    printf(" %d %d %d\n", KIND(several[0][0]), KIND(*first), _Generic(&two, fixed *: 1, matrix *: 2));
    __auto_type decayed = two;
    __auto_type whole = &two;
    __typeof__(two[0]) other = { await f(13) };
    await f(1);
    printf("%d %d %d %d\n", KIND(decayed[await f(0)]), KIND((*whole)[0]), KIND(other), (int)sizeof open);
    printf("%d %d %d %d %s", one[1], two[0][1], both[0][1], device[0], said[0]);
    printf(" %d %d %d %d %d", *pointers[0], counted[0], open[1], same[0], several[0][1][0]);
    printf(" %d %d %d %d\n", (*first)[1], decayed[0][1], (*whole)[0][0], other[0]);
}

static async int parameters(const row one, volatile matrix two, row const three[2], seen four, const counters five,
                            const any six, const row *seven)
{
    await f(1);
    printf("%d ", _Generic(&one, const int **: 1, int **: 2) + KIND(one) * 10);
    printf("%d ", _Generic(&two, volatile int (**)[3]: 1, int (**)[3]: 2) + KIND(two[0]) * 10);
    printf("%d ", _Generic(&three, const int (**)[3]: 1, int (**)[3]: 2));
    printf("%d ", _Generic(&four, const volatile int (**)[3]: 1, int (**)[3]: 2));
    printf("%d ", _Generic(&five, const _Atomic int **: 1, _Atomic int **: 2));
    printf("%d\n", _Generic(&six, const int **: 1, int **: 2));
    __auto_type p = &one[1];
    await f(1);
    return KIND(p) * 1000 + *p + two[0][0] + three[0][0] + four[0][0] + five[0] + six[0] + (*seven)[0];
}

static async int never(const row one)
{
    const row copy = { one[0], 2 };
    return KIND(one) + KIND(&copy[0]) + _Generic(&one, const int **: 10, int **: 20) + copy[0];
}

/* Types of functions have such parameters, too. */
typedef async int handler(const row, row const *);

static async int handle(const row one, row const *two)
{
    await f(1);
    return one[0] + (*two)[0];
}

static async int literals(int which)
{
    const row *p = which ? &(const row){ 1, await f(2) } : NULL;
    fixed *q = &(fixed){ { await f(3) } };
    await f(1);
    return KIND(&(*p)[0]) * 100 + KIND((*q)[0]) * 10 + (*p)[1] + (*q)[0][0] + ((const row){ await f(4) })[await f(0)];
}

static async int again(int n)
{
again:;
    const row a = { n, await f(n) };
    defer printf("%d ", a[1] + KIND(&a[0]) * 10);
    if (n-- > 0) {
        await f(1);
        goto again;
    }
    return n ? ({ const row b = { 1, await f(2) }; await f(1); KIND(b) * 10 + b[1]; }) : 0;
}

static async int inside(void)
{
    typedef const row mine;
    struct both { mine r; int z; };
    mine a[2] = { { await f(1) } };
    const struct both b = { { 1 }, await f(2) };
    await f(1);
    return KIND(a[0]) * 1000 + KIND(b.r) * 100 + KIND(&b.z) * 10 + a[0][0] + b.z;
}

async int main(void)
{
    matrix m = { { 1 }, { 2 } };
    counters c = { 3 };
    handler *h = handle;
    int left, right;
    await locals();
    printf("%d\n", await parameters(m[0], m, (const row *)m, m, c, m[1], (const row *)m));
    printf("%d %d\n", await never(m[0]), await h(m[0], (const row *)m));
    task(int) t = create_task(handle(m[0], (const row *)m));
    printf("%d ", await join(t));
    await gather(left = handle(m[0], (const row *)m), right = h(m[1], (const row *)m));
    printf("%d %d %d\n", left, right, await literals(1));
    printf("%d %d\n", await again(2), await inside());
    return 0;
}
