/* Sums, commas, conditionals and casts of pointers as operands of await, in macros, too. */
#include <asyncc.h>
#include <stdio.h>
#define ID(x) x
#define CALL(fn, x) await (fn)(x)
static async int f(int a) { return a + 1; }
static async int g(int a) { return a + 2; }
static async int (*table[2])(int) = { f, g };
struct ops { async int (*call)(int); };
static async int (*pick(int n))(int) { return n ? f : g; }
static async int k(int x)
{
    int s = 0, i = 0;
    struct ops o = { f }, *q = &o;
    s += ID(await (x ? f : g)(1));
    s += CALL(x ? f : g, 2);
    s += CALL(*(i + table), 2);
    s += CALL((s++, table[i]), 2);
    s += ID(await (s++, table[i])(ID(3)));
    s += await (x ? q->call : o.call)(4);
    s += ID(await ((async int (*)(int))(void *)q->call)(x));
    s += CALL(*(table + i), 3);
    s += await (*(table + i))(ID(2));
    s += await (*&*table[1])(3);
    s += await (**table)(3);
    s += await (***f)(3);
    s += await pick(1)(3);
    s += await (*pick(0))(3);
    return s;
}
async int main(void)
{
    printf("%d\n", await k(1));
    return 0;
}
