/* _Pragma is a word of the text, wherever it stands: beside macros that make statements, and what awaits. */
#include <asyncc.h>
#include <stdio.h>
#define LIST(ENTRY, ...) ENTRY(1, __VA_ARGS__) ENTRY(2, __VA_ARGS__)
#define CAT(a,b) a##b
#define DECLARE(k, ...) unsigned CAT(x, k) = (__VA_ARGS__) + k;
#define QUIET(...) _Pragma("GCC diagnostic push") _Pragma("GCC diagnostic ignored \"-Wunused\"") __VA_ARGS__ _Pragma("GCC diagnostic pop")
static async int g(int k) { await async_yield(); return k; }
static async int f(int k)
{
    _Pragma("GCC diagnostic push") k += await g(k); _Pragma("GCC diagnostic pop") k += await g(1); _Pragma("GCC diagnostic push")
    LIST(DECLARE, await g(k))
    _Pragma("GCC diagnostic pop") k += await g(x1) + x2;
    switch (await g(k & 1)) {
    case 0: _Pragma("GCC diagnostic push") k += await g(3);
        _Pragma("GCC diagnostic pop") break;
    default: _Pragma("GCC diagnostic push") { _Pragma("GCC diagnostic pop") k -= await g(2); _Pragma("GCC diagnostic push") } _Pragma("GCC diagnostic pop")
    }
    _Pragma("GCC diagnostic push") int z = await g(k); _Pragma("GCC diagnostic pop")
    _Pragma("GCC diagnostic push") { defer k += await g(3); _Pragma("GCC diagnostic pop") z++; }
    QUIET(z += await g(z);)
    for (int i = 0; i < await g(2); i++) { _Pragma("GCC unroll 4") for (int j = 0; j < 3; j++) k += j; }
    _Pragma("GCC unroll 4") while (await g(z--) > 0) k++;
    _Pragma("GCC diagnostic push") return k + z; _Pragma("GCC diagnostic pop")
}
async int main(void)
{
    printf("%d\n", await f(2)); _Pragma("GCC diagnostic push")
    printf("%d\n", await f(3));
    _Pragma("GCC diagnostic pop") return 0;
}
