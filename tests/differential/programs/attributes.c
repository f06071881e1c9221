/* Attributes and specifiers of functions, asm, noreturn, inline; names that the translator might want. */
#include <stdio.h>
#include <stdlib.h>

__attribute__((noinline)) static int plain(int n)
{
    return n + 1;
}

static int __attribute__((noinline, unused)) middle(int n)
{
    return plain(n);
}

static int after(int n) __attribute__((const));
static int after(int n)
{
    return n * 2;
}

static inline __attribute__((always_inline)) int inlined(int n)
{
    return plain(n) * 10;
}

extern int renamed(int n) __asm__("another_name") __attribute__((visibility("hidden")));
int renamed(int n)
{
    return after(n) + 5;
}

int __attribute__((section(".text.own"), used)) placed(int n)
{
    return middle(n);
}

__attribute__((deprecated)) int old(int n);
int old(int n)
{
    return plain(-n);
}

__attribute__((weak, pure)) int weak(const int *p)
{
    return *p + plain(0);
}

_Noreturn static void stop(int status)
{
    printf("stop %d\n", plain(status));
    exit(status);
}

static int __attribute__((noreturn, cold)) unreachable(void)
{
    stop(3);
}

const int *nonnull(const int *p) __attribute__((nonnull, returns_nonnull, warn_unused_result));
const int *nonnull(const int *p)
{
    return plain(0) ? p + 1 : p;
}

static int with_asm(int n)
{
    int result;
    __asm__("" : "=r"(result) : "0"(plain(n)));
    __asm__ volatile("" : : : "memory");
    asm volatile("" : "+r"(result));
    return after(result);
}

static int self(int state)
{
    struct frame {
        int await1, result;
    } frame = { state, plain(state) }, *data = &frame;
    int at = after(state), s = plain(at), async_state = plain(s), self = data->result, main = 1;
    data->await1 += plain(async_state);
    goto await1;
await1:
    return data->await1 + at + s + async_state + self + main;
}

static int likely(int n)
{
    if (__builtin_expect(plain(n) > 3, 0))
        return plain(1);
    else if (__builtin_constant_p(5) && __builtin_popcount((unsigned)plain(6)) == 3)
        return plain(2);
    return __builtin_abs(-plain(n));
}

int (parenthesised)(int (n))
{
    return (plain)(n) + (*after)(n) + (&plain)(0);
}

int one(int n) { return plain(n); } int two(int n) { return one(n) + one(n); }

int main(void)
{
    static const int values[2] = { 3, 4 };
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
    printf("%d %d\n", inlined(1), old(4));
#pragma GCC diagnostic pop
    printf("%d %d %d\n", renamed(1), placed(2), weak(values));
    printf("%d\n", *nonnull(values));
    printf("%d\n", with_asm(4));
    printf("%d\n", self(1));
    printf("%d %d\n", likely(0), likely(9));
    printf("%d %d\n", parenthesised(3), two(4));
    fflush(stdout);
    if (plain(0))
        return unreachable();
}
