/* Macros that hold an operator and a part of an operand at each side of it, but not where the operands begin or end. */
#include <asyncc.h>
#include <stdio.h>

struct pair {
    int a, b, list[3];
};
typedef async int (*call)(int);

static async int valued(int n)
{
    await async_yield();
    return n;
}

static int changed(int *at, int value)
{
    *at = value;
    return value;
}

#define SET_B b = valued
#define SET_POINTED b = (*calls[1])
#define SET_LISTED b = calls[0]
#define SET_LIST list[1] = valued
#define SET_PLAIN b = changed
#define ADD_PLAIN b += changed
#define BOTH b && changed
#define EITHER b || changed
#define OTHER_B b, changed
/* What awaits, and has a statement that begins with an operator and a call that is none of an async function. */
#define NOT_AWAITED(n) ({ int r_ = await valued(n); !changed(&r_, r_ - 1); })
#define NEGATED(n) ({ await valued(n); -changed(&(int){ 0 }, n); })
#define BOTH_OF(n) ({ !changed(&(int){ 0 }, n) ? (void)1 : (void)0; ~(changed(&(int){ 0 }, await valued(n))); })
#define SUM_B b + changed

static async int items(call *calls)
{
    struct pair pair = { 1, 2, { 3 } }, *at = &pair;
    await gather(pair. SET_B (3), at-> SET_LIST (4));
    printf("%d %d\n", pair.b, pair.list[1]);
    await gather(at-> SET_POINTED (5));
    printf("%d\n", pair.b);
    await gather(at-> SET_LISTED (6), (struct pair){ .a = 1 }. SET_B (7));
    printf("%d\n", pair.b);
    if (await timeout(1, at-> SET_B (8)))
        return -1;
    printf("%d\n", pair.b);
    int which = await race(pair. SET_B (9));
    return which + pair.b + (int)sizeof((await gather((struct pair){ .a = 1 }. SET_POINTED (3)), 2));
}

static async int operands(void)
{
    struct pair pair = { 1, 2, { 3 } };
    int other = 1;
    printf("%d\n", (pair. SET_PLAIN (&other, 4)) + await valued(1));
    printf("%d\n", (pair. ADD_PLAIN (&other, 5)) + await valued(1));
    pair.b = 0;
    other = 7;
    printf("%d ", (pair. BOTH (&other, 6)) + await valued(3));
    printf("%d\n", other);
    printf("%d ", (pair. EITHER (&other, 8)) + await valued(3));
    printf("%d\n", other);
    pair.b = 3;
    printf("%d ", (pair. BOTH (&other, await valued(9))) + 1);
    printf("%d\n", other);
    printf("%d ", (pair. EITHER (&other, await valued(10))) + 1);
    printf("%d\n", other);
    pair.b = 0;
    printf("%d ", (pair. BOTH (&other, await valued(9))) + 1);
    printf("%d\n", other);
    printf("%d ", (pair. OTHER_B (&other, await valued(11))) + 1);
    printf("%d\n", other);
    printf("%d ", (pair. SUM_B (&other, await valued(12))) + 1);
    printf("%d\n", other);
    printf("%d\n", (pair. SET_PLAIN (&other, await valued(13))) + await valued(1));
    printf("%d %d %d %d\n", NOT_AWAITED(1), NOT_AWAITED(2), NEGATED(3), BOTH_OF(4));
    return other;
}

async int main(void)
{
    printf("%d\n", await items((call[]){ valued, valued }));
    printf("%d\n", await operands());
    return 0;
}
