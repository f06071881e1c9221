/* pitfalls: 25 */
/* Arguments, results and conditions are converted as in any call. */
#include <asyncc.h>
#include <limits.h>
#include <stddef.h>
#include <stdio.h>

static async unsigned char to_byte(int v)
{
    await async_yield();
    return (unsigned char)v;
}

static async _Bool to_bool(double d)
{
    await async_yield();
    return d;
}

static async float to_float(char c)
{
    await async_yield();
    return c / 2.0f;
}

static async long to_long(unsigned u)
{
    await async_yield();
    return (long)u + LONG_MAX / 2;
}

static async const void *pointer(const void *p, int (*f)(const char *), const int *list)
{
    await async_yield();
    return f && list ? p : NULL;
}

static async double from_float(float f)
{
    await async_yield();
    return f;
}

static async unsigned u(unsigned v)
{
    await async_yield();
    return v;
}

static async short back(int v)
{
    short s = (short)v;
    if (v > 5)
        return s;
    return (short)-await back(v + 10);
}

async int main(void)
{
    int list[2] = {1, 2};
    printf("%d %d %d\n", await to_byte(300), await to_bool(0.25), await to_bool(0));
    printf("%g %ld\n", (double)await to_float('d'), await to_long((unsigned)-1));
    printf("%d %d\n", await pointer(list, puts, list) == list, await pointer("x", NULL, 0) == NULL);
    printf("%.3f %.3f\n", await from_float(0.1f), await from_float(3));
    printf("%d %d\n", await u(1) - 2 > 1, (int)(-2 + await u(1)));
    printf("%d %d\n", await back(7), await back(1));
    double d = await to_byte(511);
    int i = (int)await from_float(2.9f);
    char c = (char)await to_long(65);
    printf("%g %d %d\n", d / 2, i, c);
    if (await from_float(0.5f))
        printf("true ");
    while (await pointer(NULL, puts, list))
        printf("never ");
    printf("%d %d\n", !await from_float(0.5f), await to_bool(7) + await to_bool(8));
    switch (await to_long(5) - LONG_MAX / 2 + 5000000000) {
    case 5000000005:
        printf("wide case\n");
        break;
    case 705032709:
        printf("cut off\n");
        break;
    }
    switch (await to_byte(-1)) {
    case 255:
        printf("promoted\n");
        break;
    default:
        printf("not promoted\n");
    }
    printf("%zu %zu\n", sizeof(await to_byte(1)), sizeof(+await to_byte(1)));
    return 0;
}
