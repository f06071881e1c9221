/* pitfalls: 52 */
/* Variable-length arrays whose scope has no await, and parameters of variable size, are plain C. */
#include <asyncc.h>
#include <stdio.h>

static async int f(int v)
{
    await async_yield();
    return v;
}

static int sum(int n, int m, int a[n][m])
{
    int s = 0;
    for (int i = 0; i < n * m; i++)
        s += a[i / m][i % m];
    return s;
}

static async int block(int n)
{
    int total = await f(1);
    {
        int list[n];
        for (int i = 0; i < n; i++)
            list[i] = i * i;
        total += list[n - 1] + (int)(sizeof list / sizeof *list);
    }
    total += await f(100);
    {
        int matrix[n][2];
        for (int i = 0; i < n * 2; i++)
            matrix[i / 2][i % 2] = i;
        total += sum(n, 2, matrix);
    }
    return total + await f(1000);
}

static async int no_await(int n)
{
    char text[n];
    text[n - 1] = 'x';
    return text[n - 1];
}

static async int parameter(int n, int rows[n])
{
    int s = 0;
    for (int i = 0; i < n; i++)
        s += await f(rows[i]);
    return s;
}

async int main(void)
{
    int list[3] = {1, 2, 3};
    printf("%d %d %d\n", await block(5), await no_await(3), await parameter(3, list));
    return 0;
}
