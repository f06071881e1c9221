/* pitfalls: 5, 6, 10 */
/* x += await f() reads x after f has ended. */
#include <asyncc.h>
#include <stdio.h>

static int g;
static long wide = 1000000000000;
static int array[4] = {10, 20, 30, 40};
static int calls;

static async int add_to_g(int value)
{
    await async_yield();
    g += value;
    array[1] += value;
    wide += value;
    return 5;
}

static int index_of(int i)
{
    calls++;
    printf("index %d\n", i);
    return i;
}

static async void all_operators(void)
{
    int x = 100;
    x += await add_to_g(1);
    x -= await add_to_g(1);
    x *= await add_to_g(1);
    printf("%d\n", x);
    x /= await add_to_g(1);
    x %= await add_to_g(1) + 2;
    x <<= await add_to_g(1);
    printf("%d\n", x);
    x >>= await add_to_g(1);
    x |= await add_to_g(1) * 8;
    x &= await add_to_g(1) | 8;
    x ^= await add_to_g(1);
    printf("%d\n", x);
}

async int main(void)
{
    g = 1;
    g += await add_to_g(100);
    printf("%d\n", g);
    array[1] += await add_to_g(1000);
    printf("%d\n", array[1]);
    int i = 0;
    array[i++] += await add_to_g(0);
    printf("%d %d\n", i, array[0]);
    array[index_of(2)] += await add_to_g(0);
    printf("%d %d\n", calls, array[2]);
    wide += await add_to_g(7);
    printf("%ld\n", wide);
    unsigned char byte = 250;
    byte += await add_to_g(1) + 10;
    printf("%d\n", byte);
    double d = 0.5;
    d += await add_to_g(1);
    d *= await add_to_g(1);
    printf("%g\n", d);
    int *p = array;
    p += await add_to_g(0) - 2;
    printf("%d\n", *p);
    *p-- -= await add_to_g(0);
    printf("%d %d\n", array[3], *p);
    int result = (g += await add_to_g(3)) + 1;
    printf("%d %d\n", g, result);
    await all_operators();
    return 0;
}
