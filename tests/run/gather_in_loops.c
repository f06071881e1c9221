/* no elision */
/* pitfalls: 27, 43, 76 */
/* gather and timeout in conditions, loops and recursion; a gather in a gather's child. */
#include <asyncc.h>
#include <stdio.h>

static async int value(int v)
{
    await async_sleep(1 + v % 3);
    return v;
}

static async int tree(int depth)
{
    int left = 0, right = 0;
    if (depth == 0)
        return await value(1);
    await gather(left = tree(depth - 1), right = tree(depth - 1));
    return left + right;
}

static async int sums(void)
{
    int total = 0;
    for (int i = 0; i < 4; i++) {
        int part[3] = {0};
        await gather(part[0] = value(i), part[1] = value(i + 1), part[2] = value(i * i));
        if (part[0] == 2)
            continue;
        total += part[0] * 100 + part[1] * 10 + part[2];
    }
    return total;
}

static async int tries(void)
{
    int n = 0, tries = 0;
    while (await timeout(tries, n = value(2)) != 0)
        tries++;
    return tries * 10 + n;
}

static async void nothing(void)
{
}

async int main(void)
{
    double start = async_time();
    printf("%d\n", await tree(4));
    printf("%g\n", async_time() - start);
    printf("%d\n", await sums());
    printf("%d\n", await tries());
    for (int i = 0; i < 1000; i++)
        await gather(nothing(), nothing());
    if ((await gather(nothing()), await timeout(1, nothing())) == 0)
        printf("done\n");
    return 0;
}
