/* Macros that come back to themselves by others. */
#include <asyncc.h>
#include <stdio.h>
static async int f(int a) { return a + 1; }
struct in { int first, second; };
#define first second
#define second first
#define foo bar
#define bar foo
#define F(a) G(a)
#define G(a) F(a + 1)
static int (F)(int a) { return a; }
static int (G)(int a) { return 2 * a; }
enum { three = 3 };
static async int k(int n)
{
    int foo = 1, bar = 2;
    struct in v = { .first = 2, .second = 3 }, *w = &v;
    int s = foo + bar * await f(n) + foo;
    s += await f(foo), s += bar;
    s += v.first + await f(v.second) + w->first;
    s += F(await f(bar));
    s += G(foo) + await f(G(w->second));
    w->first = await f(w->second += bar);
    return s + v.first * 100 + v.second;
}
async int main(void)
{
    printf("%d\n", await k(0));
    return 0;
}
