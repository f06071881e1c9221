#include <asyncc.h>

async int number(int x);
int plain(int x);

async int f(task(int) t)
{
    int a;
    race(a = number(1), number(2));
    await race(a = plain(1), number(2));
    await race(a = await number(1), number(2));
    await race(await race(number(1), number(2)));
    shield(t);
    return a + await race(a = number(1));
}

int g(task(int) t)
{
    int a;
    return await race(a = number(1)) + await shield(t);
}
