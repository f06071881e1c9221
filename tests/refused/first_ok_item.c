#include <asyncc.h>

async int number(int x);
async unsigned size(void);
async void nothing(void);
async short small(void);
async double real(void);
async const char *text(void);
int plain(int x);

async int f(task(int) t, task(long) u, task(void) v)
{
    int a;
    long b;
    await first_ok(a = number(1), b = join(u), shield(t), timeout(1, number(2)), race(number(3), nothing()), first_ok(number(4)));
    await first_ok(number(1), size(), nothing());
    await first_ok(small(), (int)real(), text(), join(v));
    await first_ok(gather(number(1)), a = plain(2));
    first_ok(number(1));
    return await first_ok(number(1), await number(2));
}
