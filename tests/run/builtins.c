/* options: -Wno-psabi */
/* Awaits inside what has a syntax of its own: offsetof, va_arg, vectors, asm. */
#include <asyncc.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

typedef int four __attribute__((vector_size(16)));

struct table {
    char head;
    int list[8];
};

static async int f(int v)
{
    printf("f(%d) ", v);
    await async_yield();
    return v;
}

static async int *pointer(int *p)
{
    await async_yield();
    return p;
}

static async int offsets(void)
{
    return (int)(offsetof(struct table, list[2]) + sizeof(struct table) * (size_t)await f(2));
}

static async int vectors(void)
{
    four v = { await f(1), 2, await f(3), 4 };
    four w = v * await f(2) + (four){ 1, 1, await f(1), 1 };
    w[await f(2)] += await f(50);
    return w[0] + w[1] * 10 + w[2] * 100 + w[3] * 1000;
}

static async int builtin_functions(void)
{
    int r;
    if (__builtin_expect(await f(1) == 1, 1) && !__builtin_add_overflow(await f(3), await f(4), &r))
        return r + __builtin_popcount((unsigned)await f(7)) + __builtin_abs(-await f(9));
    __builtin_unreachable();
}

static async int assembly(void)
{
    int list[2] = { 0, 0 }, n = 1;
    __asm__("" : "=r"(list[await f(1)]) : "0"(await f(41)), "r"(n));
    __asm__ volatile("" : "+r"(*await pointer(&n)) : : "memory");
    return list[0] + list[1] + n;
}

static async int atomics(void)
{
    int n = await f(1);
    __atomic_fetch_add(await pointer(&n), await f(4), __ATOMIC_SEQ_CST);
    return __sync_add_and_fetch(&n, await f(10));
}

async int main(void)
{
    printf("%d\n", await offsets());
    printf("%d\n", await vectors());
    printf("%d\n", await builtin_functions());
    printf("%d\n", await assembly());
    printf("%d\n", await atomics());
    return 0;
}
