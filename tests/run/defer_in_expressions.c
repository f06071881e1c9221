/* Defers in the block of a statement expression that awaits nothing: the value is what it was before they run. */
#include <asyncc.h>
#include <stdio.h>

static async int same(int x) { await async_yield(); return x; }
static async int init(void) { int s = 5, r = ({ defer s = 70; s; }); await async_yield(); return r * 100 + s; }
static async int right_with_await(void) { int s = 5, r = ({ defer { s = 70; await async_yield(); } s; }); return r + (s != 70); }
static async int operand(void) { int s = 5; return ({ int q = ({ defer s = 70; s; }); q; }) + await same(0); }
static async int condition(void) { int s = 5; if (({ defer s = 70; s; }) == 5) return 5; await async_yield(); return 6; }
static async int selects(void) { int s = 5; switch (({ defer s = 70; s; })) { case 5: return 50; case 70: return 700; } await async_yield(); return 0; }
static async int argument(void) { int s = 5, r = await same(({ defer s = 70; s; })); return r * 20 + (s != 70); }
static async int returned(void) { int s = 5; await async_yield(); return ({ defer s = 70; s; }); }
static void set(int *p) { *p = 70; }
static async int nothing(void) { int s = 5, r = ({ defer set(&s); s; }); await async_yield(); return r; }

/* In a destination that stays the same object: what it is reached by is evaluated in front of the call's arguments. */
struct pair { int a, b : 9; };
static async int deadline(void) { int s = 5, r = 0; await timeout(9, *({ defer s = 70; s++; &r; }) = same(3)); return r + s; }
static async int member(void) { int s = 5; struct pair p = { 0, 0 }; await timeout(9, ({ defer s = 70; &p; })->a = same(3)); return p.a + s; }
static async int bits(void) { int s = 5; struct pair p = { 0, 0 }; await timeout(9, ({ defer s = 70; &p; })->b = same(3)); return p.b + s; }
static async int element(void) { int s = 1, r[2] = { 0 }; await timeout(9, r[({ defer s = 70; s; })] = same(3)); return r[1] + s; }
static async int jumps(int n) { int r = 0; await timeout(9, *({ if (n > 5) return n; &r; }) = same(n)); return r + 1; }

/* Nothing of it awaits: the type's size is computed where it is declared, all the same. */
static async int sized(int n)
{
    typedef int row[({ defer printf("sized "); n; })], (*pointer)[({ defer printf("and pointed "); n + 1; })];
    row r;
    pointer p = 0;
    r[0] = (int)sizeof r;
    return r[0] + (int)sizeof *p;
}

async int main(void)
{
    printf("%d\n", await right_with_await());
    printf("%d\n", await init());
    printf("%d\n", await operand());
    printf("%d\n", await condition());
    printf("%d\n", await selects());
    printf("%d\n", await argument());
    printf("%d\n", await returned());
    printf("%d\n", await nothing());
    printf("%d\n", await sized(3));
    printf("%d %d %d\n", await deadline(), await member(), await bits());
    printf("%d %d %d\n", await element(), await jumps(5), await jumps(6));
    return 0;
}
