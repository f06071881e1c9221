/* Combinators as items of each other, in all the places where an await may stand. */
#include <asyncc.h>
#include <stdio.h>

struct object { int m; unsigned bits : 6; };
typedef int four __attribute__((vector_size(16)));

#define ID(x) x
#define DO(x) await x
#define LIMITED(...) timeout(60, __VA_ARGS__)
#define BOTH(x, y) gather(x, y)

static async int f(int x)
{
    await async_yield();
    return x;
}

static async long wide(int x)
{
    await async_sleep(0.0001);
    return x * 1000L;
}

static async int at_once(int x)
{
    return x + 100;
}

static async int deep(int x)
{
    return x ? 1 + await deep(x - 1) : await f(5);
}

async int far(int x);
async int far(int x)
{
    await async_yield();
    return x + 7;
}

static async void nothing(void)
{
    await async_yield();
}

static async int never(int x)
{
    await async_sleep(1e6);
    return x;
}

static async double seconds(void)
{
    await async_yield();
    return 30;
}

static task(int) start(int x)
{
    return create_task(f(x));
}

static async int in_statements(void)
{
    int a = 0, b = 0, n = -1, w = -1, late = -1;
    long c = 0;
    await timeout(5, gather(a = f(1), c = wide(2)));
    printf("%d %ld ", a, c);
    await timeout(5, a = f(3), b = far(4), nothing());
    printf("%d %d ", a, b);
    await gather(w = race(a = f(5), c = never(6)), n = join(start(7)), gather(b = at_once(8), nothing()));
    printf("%d %d %d %d ", w, a, n, b);
    await race(gather(a = f(9), late = timeout(50, b = deep(3))), w = race(never(1), never(2)), late = timeout(1e6, never(3)));
    printf("%d %d %d ", a, b, late);
    late = await timeout(9, n = timeout(8, w = timeout(7, a = f(10))));
    printf("%d %d %d %d\n", late, n, w, a);
    return a;
}

static async int in_expressions(int x)
{
    int a = 0, b = 0, v[4] = {0};
    int status = await timeout(5, a = f(x), b = shield(start(x + 1))), next = status + 1;
    if (await race(gather(a = f(2), b = f(3)), never(1)) == 0 && !await timeout(5, race(v[1] = join(start(6)), never(2))))
        next += a + b + v[1];
    for (int i = 0; i < 3 && !await LIMITED(v[i] = far(i), nothing()); i++) {
        defer {
            await BOTH(a = timeout(await seconds(), v[3] = f(v[3] + i)), ID(b = f(i)));
        }
        if (i == 1)
            continue;
        printf("%d ", v[i]);
    }
    next += ({
        int inner;
        DO(timeout(4, race(gather(inner = f(11)), never(3))));
        inner;
    });
    printf("%d %d %d %d ", next, a, b, v[3]);
    printf("%d ", (a++, await timeout(1, b = far(a))));
    status = await f(await timeout(5, a = f(await race(b = f(20), never(1))))) + await race(v[2] = (short)join(start(12)), never(1));
    return status + a + b + v[2];
}

/* Every kind of destination, with a cast and without. */
static async void destinations(void)
{
    struct object object = {1, 2}, *p = &object;
    four vector = {0};
    int v[4] = {0}, *q = &v[1];
    char small = 0;
    async int (*pointer)(int) = far;
    await gather(p->bits = timeout(9, small = (char)wide(1)), vector[2] = (int)join(start(3)), v[await f(2)] = race(*q = pointer(4), never(1)));
    printf("%d %d %d %d %d %d ", p->bits, small, vector[2], v[2], *q, p->m);
    await timeout(9, p->bits = (unsigned)f(70), vector[await f(1)] = (shield(start(5))), p->m = timeout(1, v[3] = (far(2))));
    printf("%d %d %d %d\n", p->bits, vector[1], p->m, v[3]);
}

async int main(void)
{
    printf("%d\n", await in_statements());
    printf("%d\n", await in_expressions(40));
    await destinations();
    return 0;
}
