/* pitfalls: 58 */
/* Inline assembly, pragmas, static assertions, attributes and _Generic inside async functions. */
#include <asyncc.h>
#include <stdio.h>

static async int f(int v)
{
    await async_yield();
    return v;
}

static async int statements(int v)
{
    int x = await f(v), y = 0;
    __asm__ volatile("" : "+r"(x) : : "memory");
    _Static_assert(sizeof x == 4, "int");
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wsign-compare"
    if (x > sizeof x)
        y++;
#pragma GCC diagnostic pop
    _Pragma("GCC diagnostic push") _Pragma("GCC diagnostic pop")
    switch (x) {
    case 1:
        y += await f(1);
        __attribute__((fallthrough));
    case 2:
        y += await f(10);
        break;
    default:
        y = _Generic(x, int: 5, default: 6);
    }
    if (__builtin_expect(y == 0, 0))
        __builtin_unreachable();
    __asm__("" : "=m"(y) : "m"(y));
    return x + y * 100;
}

static async __attribute__((noinline, warn_unused_result)) int attributes(const char *format, int v)
{
    await async_yield();
    return v + (format != 0);
}

static async int __attribute__((pure)) late(int v);

static async int late(int v)
{
    return await f(v);
}

async int main(void)
{
    printf("%d %d %d\n", await statements(1), await statements(2), await statements(3));
    int x = await attributes("", 1);
    printf("%d %d\n", x, await late(5));
    return 0;
}
