/* no elision */
/* Macros that have operators of the user in front of their await. */
#include <asyncc.h>
#include <stdio.h>
#define ID(x) x
#define AF -await f
#define NOT !await f
#define INVERSE ~await f
#define PLUS + await f
#define TWICE - -await f
#define NOT_IN_TIME !await timeout
#define EXT __extension__ await f
#define EXT_MINUS __extension__ -await f
#define LATER(x) (-await f(x))
#define AT *await g
#define CAST (int)await f
#define MANY ~-!+await f
#define OF_TWO -await f(-await f
static async int f(int x) { await async_yield(); return x; }
static int kept = 9;
static async int *g(void) { await async_yield(); return &kept; }
async int main(void)
{
    int r = 3 + AF(3), n = 0;
    printf("%d\n", r);
    printf("%d\n", NOT(3));
    printf("%d\n", INVERSE(3));
    printf("%d\n", PLUS(3));
    printf("%d\n", TWICE(3));
    r = NOT_IN_TIME(1, n = f(4));
    printf("%d %d\n", r, n);
    printf("%d %d\n", EXT(5), EXT_MINUS(5));
    printf("%d\n", ID(LATER(6)));
    printf("%d\n", ID(-await f(6)));
    AT() = 4;
    printf("%d\n", kept);
    printf("%d\n", CAST(3));
    printf("%d\n", MANY(3));
    printf("%d\n", OF_TWO(3)));
    (void)AF(3);
    (void)NOT(3);
    if (NOT(0)) puts("not");
    return AF(0);
}
