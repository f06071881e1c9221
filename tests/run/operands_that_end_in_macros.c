/*
 * An operand of gather, race, timeout, create_task and join may end in a macro, begin with one, or be one: its text is
 * what stands between its separators.
 */
#include <asyncc.h>
#include <stdio.h>
#include <string.h>

#define NAME "file"
#define CRLF "\r\n"
#define TWICE * 2
#define SECOND 1.0
#define LAST(x) + (x)
#define INI { 5, 6 }

static async int length(const char *s)
{
    await async_yield();
    return (int)strlen(s);
}

static async int same(int x)
{
    await async_yield();
    return x;
}

static async int late(double seconds)
{
    await async_sleep(seconds);
    return 1;
}

static async int second(const int *p)
{
    await async_yield();
    return p[1];
}

/* Strings that macros continue; operators and numbers; braces of a literal. */
static async void ends(void)
{
    int n = 0, m = 0;
    printf("%d ", await timeout(2 * SECOND, n = length("dir/" NAME)));
    printf("%d ", n);
    await gather(n = length("dir/" NAME), m = length("GET /" CRLF));
    printf("%d %d ", n, m);
    printf("%d ", await race(n = length("a" NAME), m = late(1 TWICE)));
    await gather(n = same(4 TWICE), m = same(1 LAST(2 TWICE)));
    printf("%d %d ", n, m);
    task(int) t = create_task(second((int[2])INI));
    await gather(n = second((int[2])INI), m = second((const int[2])INI));
    printf("%d %d %d\n", n, m, await join(t));
}

/* One inside the other: in parentheses, in statement expressions, in operands of operands. */
static async void nested(void)
{
    int a = 0, b = 0, c = 0, d = 0, n = 0;
    await gather(a = same(1 + (await timeout(10 LAST(SECOND), n = same(4 TWICE)))));
    await timeout(10, b = same(({ await gather(c = same(2 TWICE)); c TWICE; })));
    await join(create_task(same((await race(d = length("dir/" NAME))))));
    printf("%d %d %d %d %d ", a, n, b, c, d);
    task(int) t = create_task(same(6));
    await gather(a = same(({ await join(t); })));
    task(int) u = create_task(same(({ task(int) v = create_task(same(1)); await shield(v); 7 TWICE; })));
    b = await join(u);
    await race(a = same(a + ({ await timeout(5 TWICE, n = length(NAME CRLF)); n LAST(1); })));
    printf("%d %d %d\n", a, b, n);
}

async int main(void)
{
    await ends();
    await nested();
    return 0;
}
