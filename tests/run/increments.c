/* pitfalls: 6, 12 */
/* ++ and -- beside and around awaits. */
#include <asyncc.h>
#include <stdio.h>

static int cells[4] = {10, 20, 30, 40};
static int g;

static async int *cell(int i)
{
    await async_yield();
    return &cells[i];
}

static async int f(int v)
{
    await async_yield();
    g++;
    return v;
}

async int main(void)
{
    int x = (*await cell(0))++ + ++*await cell(1) - (*await cell(2))--;
    printf("%d %d %d %d\n", x, cells[0], cells[1], cells[2]);
    int i = 0;
    printf("%d %d\n", (cells[i++] + await f(1)) * 2, cells[3]);
    printf("%d\n", ++cells[await f(3)]);
    printf("%d ", cells[await f(3)]--);
    printf("%d\n", cells[3]);
    printf("%d\n", i);
    g = 0;
    printf("%d\n", (g++ * 10 + await f(100)) * 1000);
    const char *p = "abc";
    printf("%c", *p++);
    printf("%c", (int)(*p++ + await f(0)));
    printf("%c\n", *p);
    for (int k = 0; k < 3; cells[k] = await f(k + 1), k++)
        g = 0;
    printf("%d %d %d\n", cells[0], cells[1], cells[2]);
    int j = 3;
    while (j-- > 0 && await f(1))
        printf("%d ", j);
    do
        printf("%d ", -j);
    while (++j < await f(2));
    printf("\n");
    return 0;
}
