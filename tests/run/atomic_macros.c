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
    return 0;
}
