/* pitfalls: 53, 54 */
/* What is needed after an await, by every way to get there. */
#include <asyncc.h>
#include <stdio.h>

static async int f(int v)
{
    await async_yield();
    return v;
}

static async int on_one_branch(int c)
{
    int a = 1, b = 2, d = 3;
    if (c == 0) {
        await async_yield();
        return a;
    }
    await async_yield();
    if (c == 1)
        return b;
    await async_yield();
    return d + a;
}

static async int only_in_condition(int n)
{
    int limit = n * 2, i = 0;
    while (i < limit)
        i += await f(1);
    return i;
}

static async int around_the_loop(int n)
{
    int a = 0, b = 1, c = 2;
    for (int i = 0; i < n; i++) {
        int next = a;
        await async_yield();
        a = b;
        await async_yield();
        b = c;
        c = next;
    }
    return a * 100 + b * 10 + c;
}

static async int through_goto(int n)
{
    int x = n, y = 0;
again:
    if (x > 0) {
        y += x;
        await async_yield();
        x--;
        goto again;
    }
    return y;
}

static async int through_switch(int n)
{
    int a = 10, b = 20, c = 30;
    for (;;) {
        switch (n) {
        case 0:
            await async_yield();
            return a;
        case 1:
            await async_yield();
            n = b > 20 ? 0 : 2;
            b++;
            continue;
        case 2:
            await async_yield();
            a += c;
            n = 1;
            break;
        }
        c *= 2;
    }
}

static async int in_the_await(int v)
{
    int r = v;
    r = await f(r + 1) + r;
    r += await f(r);
    return r;
}

static async int in_operands(int v)
{
    int late = v * 3, unused = v;
    unused = 5;
    return (v ? await f(1) : await f(2)) + (v > 1 && await f(1) ? late : unused) + late;
}

static async int through_sizeof(void)
{
    int only_size[4], x;
    await async_yield();
    x = (int)sizeof only_size;
    return x;
}

static async int parameter_only_later(int a, int b, int c, int d)
{
    await async_yield();
    a = b;
    await async_yield();
    await async_yield();
    return a + c * d;
}

static async int assigned_through_pointer(void)
{
    int x = 1, *p = &x, y;
    *p = await f(5);
    y = x;
    x = 9;
    await async_yield();
    return *p * 10 + y;
}

static async int inner_declaration(void)
{
    int total = 0;
    for (int i = 0; i < 3; i++) {
        int square = i * i;
        if (i == 1)
            await async_yield();
        int cube = square * i;
        await async_yield();
        total += square + cube;
    }
    return total;
}

async int main(void)
{
    printf("%d %d %d\n", await on_one_branch(0), await on_one_branch(1), await on_one_branch(2));
    printf("%d %d\n", await only_in_condition(4), await around_the_loop(4));
    printf("%d\n", await through_goto(5));
    printf("%d %d %d\n", await through_switch(0), await through_switch(1), await through_switch(2));
    printf("%d %d %d\n", await in_the_await(3), await in_operands(0), await in_operands(2));
    printf("%d %d\n", await through_sizeof(), await parameter_only_later(1, 2, 3, 4));
    printf("%d %d\n", await assigned_through_pointer(), await inner_declaration());
    return 0;
}
