/* An expression that awaits and ends in a brace, without braces around the statement: an else may follow. */
#include <asyncc.h>
#include <stdio.h>

struct pair {
    int a, b;
};

static async int f(int x)
{
    await async_yield();
    return x + 1;
}

static async int chosen(int x)
{
    int sum = 0;
    struct pair p = { 0, 0 };
    if (x > 2)
        sum = *&(int){ await f(x) };
    else if (x > 1)
        p = (struct pair){ await f(x), 1 };
    else
        p = (struct pair){ .b = await f(2) };
    for (int i = 0; i < x; i++)
        p = (struct pair){ p.a, p.b + await f(i) };
    do
        sum += (struct pair){ 1, await f(x) }.b, p = (struct pair){ sum, await f(p.b) };
    while (x-- > 3);
    if (x < 0)
        return (struct pair){ await f(1), 2 }.a;
    else
        switch (x) {
        case 1: p = (struct pair){ 7, await f(7) }; break;
        default: sum += p.a * 10 + p.b;
        }
    return sum;
}

async int main(void)
{
    for (int i = 0; i < 5; i++)
        printf("%d\n", await chosen(i));
    return 0;
}
