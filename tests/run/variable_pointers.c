/* A pointer to an array of varying size whose initialiser asks for the size of what it points to. */
#include <asyncc.h>
#include <stdio.h>
#include <stdlib.h>

static async int f(int v)
{
    await async_yield();
    return v;
}

static async int early(int n)
{
    int sum = await f(n);
    int (*rows)[n] = calloc(2, sizeof *rows);
    rows[1][n - 1] = sum;
    sum += rows[1][n - 1] + (int)sizeof *rows;
    free(rows);
    return sum;
}

static async int over(int n)
{
    await async_yield();
    int (*rows)[n] = calloc((size_t)await f(2), sizeof *rows);
    rows[1][n - 1] = await f(7);
    n += await f(rows[1][n - 1]) + (int)sizeof rows[0];
    free(rows);
    return n;
}

static async int round_and_round(int n)
{
    int sum = 0;
    for (int i = 1; i < n; i++) {
        int (*row)[i] = malloc(sizeof *row), (*other)[await f(i)] = malloc(sizeof *other + sizeof *row);
        (*row)[i - 1] = (*other)[i - 1] = await f(i);
        sum += (*row)[i - 1] * (int)sizeof *other + (*other)[i - 1];
        free(row);
        free(other);
    }
    return sum;
}

async int main(void)
{
    printf("%d %d %d\n", await early(3), await over(4), await round_and_round(5));
    return 0;
}
