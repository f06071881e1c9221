/* pitfalls: 24 */
/* Awaits in sizeof, _Alignof's operand, typeof and _Generic's controlling expression have no effect. */
#include <asyncc.h>
#include <stdio.h>

static int calls;

struct s { char c[17]; };

static async struct s f(void)
{
    calls++;
    await async_yield();
    return (struct s){"s"};
}

static async short g(void)
{
    calls++;
    await async_yield();
    return 3;
}

static async int no_state(void)
{
    __typeof__(await g()) x = 5;
    return x + (int)sizeof(await f()) + (int)sizeof await g();
}

async int main(void)
{
    printf("%zu %zu %zu\n", sizeof(await f()), sizeof await g(), sizeof(await g() + 1));
    __typeof__(await f()) s = await f();
    __typeof__(await g()) x = 4;
    __typeof__((await f()).c) text = "text";
    printf("%zu %zu %zu %s %s %d\n", sizeof s, sizeof x, sizeof text, s.c, text, x);
    printf("%d %d\n", await no_state(), calls);
    int array[sizeof(await g())] = {1, 2};
    printf("%zu %d %d\n", sizeof array, array[1], calls);
    await g();
    printf("%d\n", _Generic(x, short: 1, int: 2, default: 3) + (int)sizeof(char[sizeof(await f()) > 2 ? 10 : 20]));
    return 0;
}
