/*
 * Arrays of variable length whose blocks are left from inside an operand: their memory is given back on each way, or a
 * hundred thousand rounds would take some ten gigabytes.
 */
#include <asyncc.h>
#include <stdio.h>
#include <sys/resource.h>

static async int same(int x)
{
    await async_yield();
    return x;
}

static async int returned(int n, int way)
{
    int array[n];
    array[0] = way;
    if (way > 5)
        await async_yield();
    return way == 1 ? ({ if (n) return array[0]; 2; }) : array[0];
}

static async int argument(int n, int way)
{
    for (int i = 0; i < 2; i++) {
        int array[n];
        array[n - 1] = 5;
        way += await same(({ if (way == 2) break; if (way == 3) continue; if (way == 4) goto out; 1; }));
        way += array[n - 1];
    }
    return way;
out:
    return 1000;
}

static async int sized(int n, int way)
{
    int array[n], other[({ if (way) return 7; n; })];
    array[0] = 1;
    other[0] = 2;
    await async_yield();
    return array[0] + other[0];
}

async int main(void)
{
    long sum = 0;
    for (int i = 0; i < 20000; i++) {
        sum += await returned(25000, 1);
        for (int way = 2; way < 5; way++)
            sum += await argument(25000, way);
        sum += await sized(25000, 1);
    }
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    printf("%ld %s\n", sum, usage.ru_maxrss < 100000 ? "small" : "grows");
    return 0;
}
