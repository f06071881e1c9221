/* What several operands read and change, in expressions that await, is evaluated from left to right, by every compiler. */
#include <asyncc.h>
#include <stdarg.h>
#include <stdio.h>

struct s { int n; int m[3]; };
typedef int four __attribute__((vector_size(16)));

static int g, a[5], b[5];
static struct s gs;
static int *gp;
static volatile int seen;

static async int f(int x) { await async_yield(); return x; }
static async int plain(int x) { return ++g + x; }
static async int grows(int x) { await async_yield(); g += x; return g; }
static int side(int x) { g += x; return g; }
static int next(void) { return ++g; }
static int *np(void) { g++; return &a[g]; }
static struct s *sp(void) { gs.n++; return &gs; }
static struct s mod(int x) { gs.n += x; gs.m[1] += x; return gs; }
static int take(int p, struct s q, int r) { return p * 10000 + q.n * 100 + r; }
static int three(int p, int q, int r) { return p * 10000 + q * 100 + r; }
static int first(int p, int q) { return p * 100 + q; }
static int second(int p, int q) { return q * 100 + p; }
static int (*chosen)(int, int) = first;
static int choose(int x) { chosen = second; return x; }
static async int sum(int p, int q, int r) { await async_yield(); return three(p, q, r); }

static void restart(void)
{
    g = 1;
    gp = &a[1];
    gs = (struct s){ 4, { 1, 2, 3 } };
    for (int i = 0; i < 5; i++)
        a[i] = b[i] = i;
    chosen = first;
}

static void show(const char *what, int value)
{
    printf("%s %d:", what, value);
    for (int i = 0; i < 5; i++)
        printf(" %d %d", a[i], b[i]);
    printf(" %d %d %d\n", g, gs.n, gs.m[1]);
    restart();
}

#define SUM(x, y) ((x) + (y))
#define BOTH() (side(2) * 10 + g)

static async void operands(void)
{
    int i = 1;
    show("binary", await f(0) + g * side(3) - g);
    show("swapped", await f(1) * (side(3) - g));
    show("increments", (await f(1), i++) + i * 10 + i++ * 100);
    show("named", await f(1) + (i = 7) * i + i);
    show("comparison", (await f(0) + next() < g) + (next() == g) * 2);
    show("subscripts", await f(a[0]) + a[next()] * 10 + a[g]);
    show("nested", await f(1) + (g + (side(1) + (g + (side(2) + g)))));
    show("conditional", await f(1) + g + (next() ? g : 0) + g);
    show("logical", (await f(1) && next() == g) + (next() + g));
    show("arm", await f(0) ? next() + g : g * 100 + next() + g);
    show("comma", (await f(0), g * 100 + next()) + g * 10000);
    show("macro", await f(1) + BOTH());
    show("macros", SUM(await f(1) + side(1), SUM(g, side(1)) + g));
    show("statements", await f(0) + g * ({ int t = next(); t + side(1) * 10; }) + g);
    show("inside", ({ int t = await f(1) + side(2) * 10 + g * 1000; t + g; }));
    show("cast", (int)(await f(1) + (long)next() * 10) + (int)(char)g);
    show("pointer", await f(0) + *np() * 10 + a[2] + (*np() = 40) + a[3]);
    show("plain", g + await plain(3) * 100);
    show("plain behind", await plain(3) * 100 + g);
    show("generic", await f(0) + _Generic(g, int: next(), long: 0) * 10 + g);
}

static async void arguments(void)
{
    int i = 1;
    printf("%d %d %d\n", await f(0), side(1), g);
    restart();
    show("arguments", three(await f(1), next(), g));
    show("before", three(g, next(), await f(2)));
    show("increments", three(i++, i++, await f(i)) + three(await f(1), i++, i));
    show("structs", take(await f(1), mod(1), gs.n));
    show("callee", chosen(choose(1), await f(2)) + chosen(await f(1), choose(2)));
    show("awaited", await sum(next(), g, side(2)));
    show("awaited swapped", await sum(g, side(2), g));
    show("awaited in", await sum(await f(1), next(), g) + await sum(g, await f(next()), g));
    show("through", await sum(*gp, *gp = 5, *(gp = &a[3])));
}

static async void assignments(void)
{
    int i = 0, *p = a;
    a[next()] += await f(5) + g;
    show("compound", 0);
    *(b + next()) = await f(5) * 0 + g;
    show("simple", 0);
    sp()->n = (await f(0), gs.n);
    show("member", 0);
    *np() += await f(1) + g;
    show("pointer", 0);
    g += await f(1) + side(2);
    show("read last", 0);
    g -= side(2) * await f(2);
    show("read last too", 0);
    a[i] = (await f(0), i++);
    show("index", i);
    a[i] = i = await f(3);
    show("chain", i);
    a[next()] = b[next()] = await f(7) + next();
    show("chain of calls", 0);
    gs.m[next()] += (*sp()).m[0] + await f(0);
    show("array", gs.m[2]);
    *p++ = (await f(50), *p);
    show("moves", (int)(p - a));
    sp()->m[gs.n - 5] = await f(3) + gs.n;
    show("twice", gs.m[0]);
    a[g] = await plain(4);
    show("plain", 0);
    g += await plain(1);
    show("plain too", 0);
    *gp = await f(0) + *(gp = &a[4]);
    show("place", 0);
    i = (a[1] = await f(5)) + (a[1] += 3) + a[1]++ + a[1];
    show("values", i);
    i = 0;
    i += (await f(0), i++) + (i = 10) + i;
    show("itself", i);
}

static async void initialisers(void)
{
    int t[] = { await f(1), next(), g, side(3), g };
    show("array", three(t[0], t[1], t[2]) + t[3] + t[4]);
    struct s v[2] = { { g, { next() } }, { await f(next()), { g, next() } } };
    show("nested", three(v[0].n, v[0].m[0], v[1].n) + v[1].m[0] + v[1].m[1]);
    show("literal", take(await f(1), (struct s){ next(), { g } }, g));
    show("address", (&(struct s){ await f(0) + next(), { g } })->n + g);
    for (int i = (await f(0), next()) + g; i < 10 + next() * await f(1) + g; i += next() + g + await f(1))
        printf("%d ", i);
    show("loop", 0);
    switch (await f(0) + next() * 10 - g) {
    case 18:
        show("switch", 1);
    }
}

static async int returned(int x)
{
    return await f(x) + side(1) * 10 + g * 1000;
}

static async int local(int x)
{
    int *p = &x;
    return await f(0) + x * ({ (*p)++; 10; }) + x * 100 + (*p = 5) + x;
}

static async void others(void)
{
    show("returned", await returned(3) + g);
    show("local", await local(3));
    seen = 4;
    show("volatile", await f(1) + seen * (seen = 5) + seen);
    four v = { 1, 2, 3, 4 };
    show("vector", await f(0) + v[next()] + (v = (four){ 5, 6, 7, 8 })[g] * 10 + v[g] * 100);
}

static int started(int n, ...)
{
    va_list list;
    va_start(list, n);
    int sum = n + va_arg(list, int);
    va_end(list);
    return sum;
}

static async int over(void)
{
    return await grows(2) + g * 10 + await grows(g) * 100 + g * 10000;
}

async int main(void)
{
    restart();
    await operands();
    await arguments();
    await assignments();
    await initialisers();
    await others();
    show("over", await over());
    show("variadic", started(next(), g) + started(await f(1), next()) + g);
    return 0;
}
