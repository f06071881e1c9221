/* Locals that live across an await in a block that declares something else of their name. */
#include <asyncc.h>
#include <stdio.h>
int c = 30;
int d(void) { return 40; }
async int f(void)
{
    int a = 1, b = 2, c = 3, d = 4, e = 5, g = 6, h[3] = { 7, 8, 9 };
    const int k = 10;
    await async_yield();
    {
        static int a = 10;
        enum { b = 20 };
        extern int c;
        int d(void);
        typedef int e;
        struct g { int g; } x = { a };
        static int h = 70;
        await async_yield();
        printf("%d %d %d %d %d %d %d\n", a, b, c, d(), (int)sizeof(e), x.g, h);
        await async_yield();
    }
    return a + b + c + d + e + g + h[2] + k;
}
async int main(void) { printf("%d\n", await f()); return 0; }
