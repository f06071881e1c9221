/* Awaits in arguments of library macros, which are replaced by what clang's headers make of them, and beside them. */
#include <asyncc.h>
#include <assert.h>
#include <ctype.h>
#include <stdatomic.h>
#include <stdio.h>

static async int f(int x)
{
    await async_yield();
    return x;
}

static atomic_int n;
static _Atomic(int *) pointer;

struct pair {
    int a, b;
};
static _Atomic(struct pair) both;
static _Atomic(double) real;

static async struct pair pair_of(int a)
{
    await async_yield();
    return (struct pair){a, a + 1};
}

static async void of_every_type(void)
{
    atomic_store(&both, await pair_of(1));
    struct pair before = atomic_exchange(&both, await pair_of(3)), wanted = await pair_of(3), now;
    int changed = atomic_compare_exchange_strong(&both, &wanted, await pair_of(5));
    now = await f(1) ? atomic_load(&both) : wanted;
    printf("%d %d %d %d %d\n", before.a, before.b, changed, now.a, now.b);
    atomic_store(&real, await f(3) / 2.0);
    printf("%g ", atomic_exchange(&real, await f(4) / 8.0));
    printf("%g\n", atomic_load(&real) + await f(0));
    atomic_store(&n, atomic_exchange(&n, atomic_load(&n) + await f(2)));
    printf("%d\n", atomic_load(&n));
}

async int main(void)
{
    static int target;
    int expected = 7, *kept = &expected;
    assert(await f(1) == 1);
    printf("%d\n", isdigit(await f('3')) != 0);
    atomic_init(&n, await f(1));
    atomic_store(&n, await f(5));
    atomic_fetch_add(&n, await f(2));
    printf("%d %d\n", atomic_load(&n), await f(3) + atomic_load(&n));
    printf("%d %d\n", atomic_compare_exchange_strong(&n, &expected, await f(9)), expected);
    printf("%d %d\n", atomic_exchange_explicit(&n, await f(12), memory_order_relaxed), atomic_fetch_sub(&n, await f(2)));
    printf("%d\n", atomic_fetch_or(&n, await f(1)) + atomic_fetch_and(&n, await f(9)) + atomic_fetch_xor(&n, await f(3)));
    printf("%d\n", atomic_exchange_explicit(&n, expected, await f(memory_order_seq_cst)));
    atomic_store(&pointer, await f(1) ? &target : 0);
    printf("%d %d\n", atomic_load(&n) + await f(0), atomic_load(&pointer) == &target && *kept == expected);
    await of_every_type();
    return 0;
}
