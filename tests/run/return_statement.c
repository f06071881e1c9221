/* pitfalls: 33, 63, 64, 75 */
#include <asyncc.h>
#include <stdio.h>
#include <stdlib.h>

struct pair { int a, b; };

static async int f(int v)
{
    await async_yield();
    return v;
}

static async int direct(int v)
{
    return await f(v);
}

static async int expression(int v)
{
    return await f(v) + await f(v * 2);
}

static async struct pair structure(int v)
{
    return (struct pair){await f(v), await f(v + 1)};
}

static async struct pair forwarded(int v)
{
    return await structure(v);
}

static async void nothing(int v)
{
    if (v)
        return;
    printf("not returned ");
    return (void)await f(v);
}

static async void void_call(int v)
{
    await nothing(v);
    return;
}

static async int in_loops(int limit)
{
    for (int i = 0;; i++)
        while (1) {
            if (await f(i) == limit)
                return i * 10;
            break;
        }
}

static async int branches(int v)
{
    if (v == 0)
        return await f(1);
    else if (v == 1)
        return 2;
    else
        abort();
}

static async int convert(double d)
{
    return (int)(d * await f(3));
}

static async char narrowed(int v)
{
    return (char)await f(v);
}

static async double widened(int v)
{
    return await f(v);
}

static async const char *pointer(int v)
{
    return v ? "pointer" : 0;
}

static async int nested_blocks(int v)
{
    {
        {
            int x = await f(v);
            if (x > 3) {
                return x;
            }
        }
        int y = await f(v + 1);
        {
            return y * 100;
        }
    }
}

async int main(void)
{
    printf("%d %d\n", await direct(1), await expression(2));
    printf("%d %d\n", (await structure(3)).a, (await forwarded(4)).b);
    await nothing(0);
    await void_call(1);
    await void_call(0);
    printf("%d\n", await in_loops(4));
    printf("%d %d\n", await branches(0), await branches(1));
    printf("%d %d %g\n", await convert(2.5), await narrowed(257), await widened(7) / 2);
    printf("%s\n", await pointer(1));
    printf("%d %d\n", await nested_blocks(9), await nested_blocks(1));
    return await f(7);
}
