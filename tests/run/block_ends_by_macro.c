/* no elision */
/* A defer of a block that a macro ends, or begins the next with. */
#include <asyncc.h>
#include <stdio.h>
#define ELSE } else {
#define NEXT } {
#define CASE(n) break; } case n: {
#define BUMP_END e++; }
#define END }
#define SEMI_END ; }
#define SAY_ELSE puts("said"); } else {
#define DEFER_ELSE(x) defer puts(x); } else {
#define AND_DEFER } { defer puts("begun");
#define CALL_END(x) await f(x); }
static int e = 1;
static async int f(int x) { await async_yield(); printf("f %d\n", x); return x; }
static async int a(int x)
{
    defer puts("a");
    if (x) { defer puts("then"); await f(1); ELSE defer puts("else"); return 5; }
    return 6;
}
static async int b(int x)
{
    { defer printf("e %d\n", e); await f(x); BUMP_END
    { defer printf("e %d\n", e); e++; BUMP_END
    { defer printf("e %d\n", e); e = 0; END
    { defer printf("e %d\n", e); e = 7 SEMI_END
    if (x) { defer puts("deferred"); await f(x); SAY_ELSE puts("other"); }
    if (x) { await f(x); DEFER_ELSE("d") puts("other"); }
    { defer puts("first"); await f(x); AND_DEFER await f(x + 1); }
    { defer puts("called"); CALL_END(3)
    { defer puts("next"); NEXT defer puts("after"); }
    return 1;
}
static async int c(int x)
{
    switch (x) {
    case 0: { defer puts("0"); await f(0); CASE(1) defer puts("1"); if (x) break; CASE(2) defer puts("2"); await f(2); }
    }
    return x;
}
static async int d(int x)
{
    for (int i = 0; i < 3; i++) {
        if (i == x) { defer puts("left"); continue; ELSE defer puts("went"); if (i == 2) return i; }
    }
    return 9;
}
async int main(void)
{
    for (int x = 0; x < 4; x++)
        { int r[] = { await a(x), await b(x), await c(x), await d(x) }; printf("%d %d %d %d\n", r[0], r[1], r[2], r[3]); }
    return 0;
}
