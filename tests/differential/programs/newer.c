/* options: -std=gnu2x */
/* What C23 and newer compilers add, where this compiler has it. */
#include <stdio.h>

static int f(int n)
{
    return n + 1;
}

[[nodiscard]] static int noted(int n);
[[nodiscard]] static int noted(int n)
{
    return f(n);
}

static int separated(int)
{
    return f(1'000);
}

static long long bits(long long n)
{
    return n * 2 + f(1);
}
#define BITS(n) bits(n)

static int labels(int n)
{
    if (f(n) > 3)
        goto end;
    n = f(n);
end:
    return n;
}

int main(void)
{
    [[maybe_unused]] int unused = f(0);
    int total = 0b1010;
    switch (f(total)) {
    case 11:
        total += noted(1);
        [[fallthrough]];
    case 12:
        int inner = f(total);
        total += inner;
    }
    printf("%d %d %lld %d\n", total, separated(0), BITS(5), labels(1));
    return 0;
}
