/* An expression between the words of a statement has all the text there, with the macros that it is an argument of. */
#include <asyncc.h>
#include <stdio.h>
#define ID(...) __VA_ARGS__
#define EMPTY
#define SECOND(a, b, ...) b
#define WITH(x) EMPTY x EMPTY
static async int f(int x) { await async_yield(); return x; }
static async int early(int x)
{
    if (await f(x)) return ID(ID(+(x)));
    return SECOND(1, (x), 2);
}
static async int inside(int x)
{
    int r = ({ if (await f(x)) return ID(ID(+(x))); 3; });
    return r;
}
static async int behind(int x)
{
    int r = ({ if (x) return SECOND(, (x), 2u); await f(3); });
    if (x) return 5;
    return SECOND(, (r), 2u);
}
static async int heads(int x)
{
    int s = 0;
    for (int i = await f(0); ID(i < 3); ID(i++)) s += i;
    for (ID(s++); ID(await f(s) < 6); ID(s++)) x++;
    while (ID((await f(x)) > 3)) x--;
    do s++; while (WITH(await f(s) < 12));
    switch (ID(+(s))) { case ID(12): s = await f(5); }
    if (ID(x)) s += await f(1);
    void *where = &&end;
    if (WITH(await f(s))) goto *ID(where);
    s = 100;
end:
    return WITH(+(s));
}
async int main(void)
{
    printf("%d %d\n", await heads(4), await heads(9));
    printf("%d %d\n", await early(0), await early(1));
    printf("%d %d\n", await inside(0), await inside(1));
    printf("%d %d\n", await behind(0), await behind(1));
    return 0;
}
