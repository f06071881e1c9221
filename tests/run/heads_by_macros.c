/* no elision */
/* Inline functions of external linkage, _Noreturn and attributes, also by way of macros in the heads. */
#include <asyncc.h>
#include <stdio.h>
#include <stdlib.h>
#define INLINE inline
#define FORCE __attribute__((always_inline)) inline
#define NORETURN _Noreturn
INLINE async int a(int v) { await async_yield(); return v + 1; }
async INLINE int a2(int v) { await async_yield(); return v + 1; }
FORCE async int b(int v) { await async_yield(); return v + 2; }
async FORCE int b2(int v) { await async_yield(); return v + 2; }
static FORCE async int b3(int v) { await async_yield(); return v + 2; }
inline async int never(int v) { return v + 2; }
async NORETURN void ends(int v);
async NORETURN void ends(int v) { await async_yield(); exit(v); }
static async int (*table[])(int) = { a, b, a2, b2, b3, never };

async int main(void)
{
    int s = await a(1) + await b(2);
    for (int i = 0; i < 6; i++)
        s = s * 10 + await table[i](i) + await never(0);
    printf("%d\n", s);
    fflush(stdout);
    await ends(0);
    return 1;
}
