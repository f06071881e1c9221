/* pitfalls: 12, 21 */
#include <asyncc.h>
#include <stdio.h>

static int a(int v)
{
    printf("a%d ", v);
    return v;
}

static async int b(int v)
{
    printf("<b%d ", v);
    await async_yield();
    printf("b%d> ", v);
    return v;
}

static async void nothing(void)
{
    await async_yield();
    printf("nothing ");
}

async int main(void)
{
    int x = (a(1), await b(2), a(3));
    printf("%d\n", x);
    x = (a(1), a(2), await b(3));
    printf("%d\n", x);
    x = (await b(1), a(2)) + (a(3), await b(4));
    printf("%d\n", x);
    a(1), await b(2), await nothing(), a(4);
    printf("\n");
    x = (7, await b(6)); /* nothing is left of the constant */
    printf("%d\n", x);
    int y = 1;
    x = (y++, y *= await b(5), y++, y + await b(100));
    printf("%d %d\n", x, y);
    for (x = 0, await nothing(); (void)await b(x), x < 2; x++, await nothing())
        a(x);
    printf("\n");
    if (await nothing(), a(0), await b(1))
        printf("then\n");
    return await nothing(), 0;
}
