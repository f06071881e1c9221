/* options: -std=gnu2x */
/* What C23 adds, as far as gcc 12 and clang 14 know it. */
#include <asyncc.h>
#include <stdbool.h>
#include <stdio.h>

[[nodiscard]] static async int f(int v);

[[nodiscard]] static async int f(int v)
{
    await async_yield();
    return v;
}

[[gnu::noinline]] static async int attributes(int n, [[maybe_unused]] int unused, int also __attribute__((unused)))
{
    [[maybe_unused]] int x = await f(n);
    [[maybe_unused]] static int s = 3;
    switch (await f(n)) {
    case 1:
        n += 10;
        [[fallthrough]];
    case 2:
        n += s;
    }
    return n;
}

static async unsigned long numbers(void)
{
    unsigned long bits = 0b101'1 + await f(1'000);
    _Static_assert(sizeof(int) == 4);
    bool b = true;
    b = b && await f(1);
    return bits + b;
}

async int main(void)
{
    printf("%d %d\n", await attributes(1, 2, 3), await attributes(2, 3, 4));
    printf("%lu\n", await numbers());
    return 0;
}
