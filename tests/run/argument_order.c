/* pitfalls: 3, 12 */
/* Left to right, also after the last await of an expression and among the arguments of an awaited call. */
#include <asyncc.h>
#include <stdio.h>

static int a(int v)
{
    printf("a%d ", v);
    return v;
}

static async int f(int v)
{
    printf("f%d ", v);
    await async_yield();
    return v;
}

static async int three(int x, int y, int z)
{
    await async_yield();
    return x * 100 + y * 10 + z;
}

static int plain(int x, int y, int z)
{
    return x * 100 + y * 10 + z;
}

struct trio { int x, y, z; };

async int main(void)
{
    printf("= %d\n", await three(a(1), a(2), a(3)));
    printf("= %d\n", await three(await f(1), a(2), a(3)));
    printf("= %d\n", plain(await f(1), a(2), a(3)));
    printf("= %d\n", await f(1) + a(2) * a(3));
    printf("= %d\n", (await f(1), a(2)) + plain(a(3), 4, 5));
    int list[] = {await f(1), a(2), a(3)};
    struct trio t = {a(1), await f(2), a(3)};
    printf("= %d %d\n", list[2], t.z);
    list[a(1)] = await f(2) + a(3);
    list[a(0)] += await f(2);
    printf("= %d %d\n", list[0], list[1]);
    int i = 0;
    printf("%d %d %d\n", await f(0), i++, list[0]);
    return 0;
}
