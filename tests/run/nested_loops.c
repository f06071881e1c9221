/* pitfalls: 60, 62, 63 */
#include <asyncc.h>
#include <stdio.h>

static async int f(int v)
{
    await async_yield();
    return v;
}

static async int matrix(int n)
{
    int sum = 0;
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
            if (j == await f(i))
                continue;
            int k = 0;
            do {
                if (k == 2)
                    break;
                while (await f(k) < j) {
                    if (k++ == 1)
                        break;
                    sum += 1;
                }
            } while (await f(++k) < 4);
            sum += 10 * k;
        }
        if (i == 2)
            break;
    }
    return sum;
}

static async int primes(int limit)
{
    int count = 0;
    for (int n = 2; n < limit; n++) {
        int prime = 1;
        for (int d = 2; d * d <= n; d++)
            if (n % await f(d) == 0) {
                prime = 0;
                break;
            }
        if (!prime)
            continue;
        count++;
    }
    return count;
}

static async int search(int wanted)
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 4; j++)
            for (int k = await f(0); k < 4; k += await f(1)) {
                if (i + j + k == wanted)
                    return i * 100 + j * 10 + k;
                if (k > j)
                    break;
            }
    return -1;
}

static async int without_await_inside(int n)
{
    int sum = await f(n);
    for (int i = 0; i < 10; i++) {
        switch (i) {
        case 3:
            continue;
        case 7:
            goto out;
        }
        for (;;) {
            sum++;
            break;
        }
    }
out:
    return sum + await f(100);
}

async int main(void)
{
    printf("%d %d\n", await matrix(3), await matrix(5));
    printf("%d\n", await primes(60));
    printf("%d %d %d\n", await search(5), await search(7), await search(50));
    printf("%d\n", await without_await_inside(1));
    return 0;
}
