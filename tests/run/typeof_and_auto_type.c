/* pitfalls: 24, 25 */
#include <asyncc.h>
#include <stdio.h>

static async double real(double d)
{
    await async_yield();
    return d;
}

static async short narrow(int v)
{
    await async_yield();
    return (short)v;
}

static struct pair { int a, b; } anonymous = {1, 2};

static async __typeof__(anonymous) copy(void)
{
    await async_yield();
    return anonymous;
}

#define SWAP(a, b)                                                                                                     \
    do {                                                                                                               \
        __typeof__(a) swap_ = (a);                                                                                     \
        (a) = (b);                                                                                                     \
        (b) = swap_;                                                                                                   \
    } while (0)

async int main(void)
{
    __auto_type x = await real(2.5);
    __auto_type y = await narrow(70000);
    __typeof__(x) z = x * 2;
    __typeof__(&x) px = &x;
    int array[3] = {1, 2, 3};
    __typeof__(array) other = {4, 5, 6};
    __typeof__(array[0]) element = array[1];
    __typeof__(*array) *pointer = other;
    await async_yield();
    SWAP(array[0], other[2]);
    SWAP(x, z);
    await async_yield();
    printf("%g %zu %g %g %d %d %d %d\n", x, sizeof y, z, *px, array[0], other[2], element, *pointer);
    __typeof__(anonymous) s = await copy();
    __auto_type t = await copy();
    await async_yield();
    printf("%d %d\n", s.a + t.b, (int)sizeof(t));
    __typeof__(int[2]) pair = {1, (int)await real(7)};
    await async_yield();
    printf("%d\n", pair[1]);
    return 0;
}
