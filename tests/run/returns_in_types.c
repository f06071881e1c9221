/* Returns in the sizes of types, which are evaluated, and beside them, in operands that are not. */
#include <asyncc.h>
#include <stdio.h>
static async int f(int x) { await async_yield(); return x; }
static async int u(int x)
{
    int a[({ if (x == 1) return 7; 3; })];
    int (*p)[({ if (x == 2) return 8; 3; })] = &a;
    int n = (int)sizeof(int[({ if (x == 3) return 9; 3; })]);
    void *q = (int (*)[({ if (x == 4) return 10; 3; })])a;
    n += (int)sizeof(*(char (*)[({ if (x == 5) return 11; 3; })])0);
    typedef int t[({ if (x == 6) return 12; 3; })];
    n += (int)sizeof(t);
    int (*g)(int m, int b[({ if (x == 7) return 13; 3; })]) = 0;
    __typeof__(({ if (x == 8) return 14; 3; })) tt = 2;
    __typeof__(int[({ if (x == 9) return 15; 3; })]) ty;
    n += _Generic(n, int: ({ if (x == 11) return 16; 3; }), default: 0);
    n += __builtin_choose_expr(1, ({ if (x == 12) return 17; 3; }), 2);
    n += (int)__builtin_offsetof(struct { int z[4]; }, z[({ if (x == 13) return 18; 3; })]);
    for (;;) { if (n) break; else continue; }
    (void)p, (void)q, (void)g, (void)tt, (void)ty;
    return n + await f(x);
}
async int main(void) { for (int i = 0; i < 15; i++) printf("%d\n", await u(i)); return 0; }
