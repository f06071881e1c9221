/*
 * Macros of every kind at the beginning, in the middle and at the end of every kind of operand, of await, gather, race,
 * timeout, create_task and join: object-like and function-like, nested, empty, pasted, stringized, with a part of an
 * operand, a whole one, several, an operator, a bracket, a separator, an item, await itself.
 */
#include <asyncc.h>
#include <stdio.h>
#include <string.h>
#define A 3
#define B2 2 + 1
#define TWICE * 2
#define PLUS +
#define MINUS 9 -
#define F(x) ((x) + 1)
#define G(x, y) x + y
#define RAW(x) x
#define EMPTY
#define EMPTYF(x)
#define CAT(a, b) a##b
#define STR(x) #x
#define NAME "file"
#define OPEN (
#define CLOSE )
#define SE(x) ({ int v_ = (x); v_ + 1; })
#define QUESTION ?
#define COLON :
#define THEN 3 : 4
#define INI { 5, 6 }
#define TYPE int
#define NEG -
#define ARG(x) (x)
#define MEMBER b
#define DOTB .b
#define IDX [1]
#define ADDRESS(x) (&(x))
#define AMP &
#define NEST(x) RAW(RAW(x))
#define SPLICE 3 + \
   4
#define CASTI (int)
struct two { int a, b; };
static async int same(int v) { await async_yield(); return v; }
static async int slow(int v, double t) { await async_sleep(t); return v; }
static int plain(int v) { return v; }
static int var1 = 7;
static struct two twos = { 4, 5 };
static int arr[3] = { 7, 8, 9 };
static void same_all(int right, int first, int value, int other)
{
    printf("%d %d%s\n", first, value, right == first && right == value && other >= 0 ? "" : " WRONG");
}

static async void shape0(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(A + 2), n = same(1));
    value = await same(A + 2);
    same_all(5, first, value, n + m);
}

static async void shape1(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(2 + A));
    await race(value = same(2 + A), n = slow(1, 9));
    same_all(5, first, value, n + m);
}

static async void shape2(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(A), n = same(1));
    n = await timeout(5, value = same(A));
    same_all(3, first, value, n + m);
}

static async void shape3(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(4 TWICE));
    value = await join(create_task(same(4 TWICE)));
    same_all(8, first, value, n + m);
}

static async void shape4(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(1 + 4 TWICE), n = same(1));
    await gather(n = same(({ await timeout(5, value = same(1 + 4 TWICE)); 0; })));
    same_all(9, first, value, n + m);
}

static async void shape5(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(MINUS 4));
    value = await same(MINUS 4);
    same_all(5, first, value, n + m);
}

static async void shape6(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(B2 * 2), n = same(1));
    await race(value = same(B2 * 2), n = slow(1, 9));
    same_all(4, first, value, n + m);
}

static async void shape7(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(2 * B2 * 2));
    n = await timeout(5, value = same(2 * B2 * 2));
    same_all(6, first, value, n + m);
}

static async void shape8(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(F(3)), n = same(1));
    value = await join(create_task(same(F(3))));
    same_all(4, first, value, n + m);
}

static async void shape9(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(1 + F(3)));
    await gather(n = same(({ await timeout(5, value = same(1 + F(3))); 0; })));
    same_all(5, first, value, n + m);
}

static async void shape10(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(F(3) + 1), n = same(1));
    value = await same(F(3) + 1);
    same_all(5, first, value, n + m);
}

static async void shape11(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(F(A)));
    await race(value = same(F(A)), n = slow(1, 9));
    same_all(4, first, value, n + m);
}

static async void shape12(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(F(1 TWICE)), n = same(1));
    n = await timeout(5, value = same(F(1 TWICE)));
    same_all(3, first, value, n + m);
}

static async void shape13(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(F(A + A)));
    value = await join(create_task(same(F(A + A))));
    same_all(7, first, value, n + m);
}

static async void shape14(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(EMPTY 5), n = same(1));
    await gather(n = same(({ await timeout(5, value = same(EMPTY 5)); 0; })));
    same_all(5, first, value, n + m);
}

static async void shape15(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(5 EMPTY));
    value = await same(5 EMPTY);
    same_all(5, first, value, n + m);
}

static async void shape16(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(5 + EMPTY 2), n = same(1));
    await race(value = same(5 + EMPTY 2), n = slow(1, 9));
    same_all(7, first, value, n + m);
}

static async void shape17(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(EMPTYF(x) 5));
    n = await timeout(5, value = same(EMPTYF(x) 5));
    same_all(5, first, value, n + m);
}

static async void shape18(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(5 EMPTYF(x)), n = same(1));
    value = await join(create_task(same(5 EMPTYF(x))));
    same_all(5, first, value, n + m);
}

static async void shape19(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(CAT(va, r1)));
    await gather(n = same(({ await timeout(5, value = same(CAT(va, r1))); 0; })));
    same_all(7, first, value, n + m);
}

static async void shape20(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(CAT(1, 2) + 1), n = same(1));
    value = await same(CAT(1, 2) + 1);
    same_all(13, first, value, n + m);
}

static async void shape21(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(1 + CAT(1, 2)));
    await race(value = same(1 + CAT(1, 2)), n = slow(1, 9));
    same_all(13, first, value, n + m);
}

static async void shape22(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same((A)), n = same(1));
    n = await timeout(5, value = same((A)));
    same_all(3, first, value, n + m);
}

static async void shape23(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(OPEN 3 CLOSE));
    value = await join(create_task(same(OPEN 3 CLOSE)));
    same_all(3, first, value, n + m);
}

static async void shape24(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(OPEN 3 + 1 CLOSE TWICE), n = same(1));
    await gather(n = same(({ await timeout(5, value = same(OPEN 3 + 1 CLOSE TWICE)); 0; })));
    same_all(8, first, value, n + m);
}

static async void shape25(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(SE(3)));
    value = await same(SE(3));
    same_all(4, first, value, n + m);
}

static async void shape26(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(1 + SE(3)), n = same(1));
    await race(value = same(1 + SE(3)), n = slow(1, 9));
    same_all(5, first, value, n + m);
}

static async void shape27(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(SE(3) + 1));
    n = await timeout(5, value = same(SE(3) + 1));
    same_all(5, first, value, n + m);
}

static async void shape28(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(SE(A)), n = same(1));
    value = await join(create_task(same(SE(A))));
    same_all(4, first, value, n + m);
}

static async void shape29(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(1 QUESTION 3 COLON 4));
    await gather(n = same(({ await timeout(5, value = same(1 QUESTION 3 COLON 4)); 0; })));
    same_all(3, first, value, n + m);
}

static async void shape30(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(0 ? THEN), n = same(1));
    value = await same(0 ? THEN);
    same_all(4, first, value, n + m);
}

static async void shape31(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(1 ? A : 4));
    await race(value = same(1 ? A : 4), n = slow(1, 9));
    same_all(3, first, value, n + m);
}

static async void shape32(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(A ? 2 : A), n = same(1));
    n = await timeout(5, value = same(A ? 2 : A));
    same_all(2, first, value, n + m);
}

static async void shape33(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(NEG 3 + 5));
    value = await join(create_task(same(NEG 3 + 5)));
    same_all(2, first, value, n + m);
}

static async void shape34(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(5 + NEG A), n = same(1));
    await gather(n = same(({ await timeout(5, value = same(5 + NEG A)); 0; })));
    same_all(2, first, value, n + m);
}

static async void shape35(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(- A + 5));
    value = await same(- A + 5);
    same_all(2, first, value, n + m);
}

static async void shape36(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(5 PLUS A), n = same(1));
    await race(value = same(5 PLUS A), n = slow(1, 9));
    same_all(8, first, value, n + m);
}

static async void shape37(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(A PLUS A));
    n = await timeout(5, value = same(A PLUS A));
    same_all(6, first, value, n + m);
}

static async void shape38(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(G(1, 2)), n = same(1));
    value = await join(create_task(same(G(1, 2))));
    same_all(3, first, value, n + m);
}

static async void shape39(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(2 * G(1, 2)));
    await gather(n = same(({ await timeout(5, value = same(2 * G(1, 2))); 0; })));
    same_all(4, first, value, n + m);
}

static async void shape40(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(G(1, 2) * 2), n = same(1));
    value = await same(G(1, 2) * 2);
    same_all(5, first, value, n + m);
}

static async void shape41(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(RAW(3)));
    await race(value = same(RAW(3)), n = slow(1, 9));
    same_all(3, first, value, n + m);
}

static async void shape42(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(RAW(2 + A) * 2), n = same(1));
    n = await timeout(5, value = same(RAW(2 + A) * 2));
    same_all(8, first, value, n + m);
}

static async void shape43(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(NEST(A)));
    value = await join(create_task(same(NEST(A))));
    same_all(3, first, value, n + m);
}

static async void shape44(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(NEST(1 + RAW(2))), n = same(1));
    await gather(n = same(({ await timeout(5, value = same(NEST(1 + RAW(2)))); 0; })));
    same_all(3, first, value, n + m);
}

static async void shape45(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(/* c */ A /* d */));
    value = await same(/* c */ A /* d */);
    same_all(3, first, value, n + m);
}

static async void shape46(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(A /* x */ + /* y */ A), n = same(1));
    await race(value = same(A /* x */ + /* y */ A), n = slow(1, 9));
    same_all(6, first, value, n + m);
}

static async void shape47(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(A +\
 A));
    n = await timeout(5, value = same(A +\
 A));
    same_all(6, first, value, n + m);
}

static async void shape48(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(SPLICE), n = same(1));
    value = await join(create_task(same(SPLICE)));
    same_all(7, first, value, n + m);
}

static async void shape49(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(SPLICE * 2));
    await gather(n = same(({ await timeout(5, value = same(SPLICE * 2)); 0; })));
    same_all(11, first, value, n + m);
}

static async void shape50(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same((int)A), n = same(1));
    value = await same((int)A);
    same_all(3, first, value, n + m);
}

static async void shape51(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(CASTI 3));
    await race(value = same(CASTI 3), n = slow(1, 9));
    same_all(3, first, value, n + m);
}

static async void shape52(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(CASTI A), n = same(1));
    n = await timeout(5, value = same(CASTI A));
    same_all(3, first, value, n + m);
}

static async void shape53(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same((TYPE)A));
    value = await join(create_task(same((TYPE)A)));
    same_all(3, first, value, n + m);
}

static async void shape54(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same((TYPE)3.5), n = same(1));
    await gather(n = same(({ await timeout(5, value = same((TYPE)3.5)); 0; })));
    same_all(3, first, value, n + m);
}

static async void shape55(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(twos.MEMBER));
    value = await same(twos.MEMBER);
    same_all(5, first, value, n + m);
}

static async void shape56(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(twos DOTB), n = same(1));
    await race(value = same(twos DOTB), n = slow(1, 9));
    same_all(5, first, value, n + m);
}

static async void shape57(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same((&twos)->MEMBER));
    n = await timeout(5, value = same((&twos)->MEMBER));
    same_all(5, first, value, n + m);
}

static async void shape58(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(arr[A - 2]), n = same(1));
    value = await join(create_task(same(arr[A - 2])));
    same_all(8, first, value, n + m);
}

static async void shape59(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(arr IDX));
    await gather(n = same(({ await timeout(5, value = same(arr IDX)); 0; })));
    same_all(8, first, value, n + m);
}

static async void shape60(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(arr[RAW(1)]), n = same(1));
    value = await same(arr[RAW(1)]);
    same_all(8, first, value, n + m);
}

static async void shape61(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(*ADDRESS(var1)));
    await race(value = same(*ADDRESS(var1)), n = slow(1, 9));
    same_all(7, first, value, n + m);
}

static async void shape62(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(* AMP var1), n = same(1));
    n = await timeout(5, value = same(* AMP var1));
    same_all(7, first, value, n + m);
}

static async void shape63(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(*RAW(&var1)));
    value = await join(create_task(same(*RAW(&var1))));
    same_all(7, first, value, n + m);
}

static async void shape64(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(plain(A)), n = same(1));
    await gather(n = same(({ await timeout(5, value = same(plain(A))); 0; })));
    same_all(3, first, value, n + m);
}

static async void shape65(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(plain(1 + A)));
    value = await same(plain(1 + A));
    same_all(4, first, value, n + m);
}

static async void shape66(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(plain(A) + 1), n = same(1));
    await race(value = same(plain(A) + 1), n = slow(1, 9));
    same_all(4, first, value, n + m);
}

static async void shape67(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(RAW(plain)(3)));
    n = await timeout(5, value = same(RAW(plain)(3)));
    same_all(3, first, value, n + m);
}

static async void shape68(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(plain OPEN 3 CLOSE), n = same(1));
    value = await join(create_task(same(plain OPEN 3 CLOSE)));
    same_all(3, first, value, n + m);
}

static async void shape69(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(plain ARG(3)));
    await gather(n = same(({ await timeout(5, value = same(plain ARG(3))); 0; })));
    same_all(3, first, value, n + m);
}

static async void shape70(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(sizeof(TYPE) + 0), n = same(1));
    value = await same(sizeof(TYPE) + 0);
    same_all(4, first, value, n + m);
}

static async void shape71(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(sizeof(char[A])));
    await race(value = same(sizeof(char[A])), n = slow(1, 9));
    same_all(3, first, value, n + m);
}

static async void shape72(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same((int)sizeof RAW((char)+1)), n = same(1));
    n = await timeout(5, value = same((int)sizeof RAW((char)+1)));
    same_all(2, first, value, n + m);
}

static async void shape73(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(((int[2]){ A, 4 })[0]));
    value = await join(create_task(same(((int[2]){ A, 4 })[0])));
    same_all(3, first, value, n + m);
}

static async void shape74(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(((int[2])INI)[1]), n = same(1));
    await gather(n = same(({ await timeout(5, value = same(((int[2])INI)[1])); 0; })));
    same_all(6, first, value, n + m);
}

static async void shape75(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(((struct two){ .MEMBER = 3 }).b));
    value = await same(((struct two){ .MEMBER = 3 }).b);
    same_all(3, first, value, n + m);
}

static async void shape76(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(((struct two){ .b = A }).b), n = same(1));
    await race(value = same(((struct two){ .b = A }).b), n = slow(1, 9));
    same_all(3, first, value, n + m);
}

static async void shape77(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(_Generic(A, int: 4, default: 5)));
    n = await timeout(5, value = same(_Generic(A, int: 4, default: 5)));
    same_all(4, first, value, n + m);
}

static async void shape78(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(_Generic(1, TYPE: A, default: 5)), n = same(1));
    value = await join(create_task(same(_Generic(1, TYPE: A, default: 5))));
    same_all(3, first, value, n + m);
}

static async void shape79(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(({ int q = A; q + A; })));
    await gather(n = same(({ await timeout(5, value = same(({ int q = A; q + A; }))); 0; })));
    same_all(6, first, value, n + m);
}

static async void shape80(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(({ A; })), n = same(1));
    value = await same(({ A; }));
    same_all(3, first, value, n + m);
}

static async void shape81(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(({ RAW(A); })));
    await race(value = same(({ RAW(A); })), n = slow(1, 9));
    same_all(3, first, value, n + m);
}

static async void shape82(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same((int)strlen("dir/" NAME)), n = same(1));
    n = await timeout(5, value = same((int)strlen("dir/" NAME)));
    same_all(8, first, value, n + m);
}

static async void shape83(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(!A));
    value = await join(create_task(same(!A)));
    same_all(0, first, value, n + m);
}

static async void shape84(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(var1 == A), n = same(1));
    await gather(n = same(({ await timeout(5, value = same(var1 == A)); 0; })));
    same_all(0, first, value, n + m);
}

static async void shape85(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(var1 == 7 && A == 3));
    value = await same(var1 == 7 && A == 3);
    same_all(1, first, value, n + m);
}

static async void shape86(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(__extension__ A), n = same(1));
    await race(value = same(__extension__ A), n = slow(1, 9));
    same_all(3, first, value, n + m);
}

static async void shape87(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same((char)A));
    n = await timeout(5, value = same((char)A));
    same_all(3, first, value, n + m);
}

static async void shape88(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(__LINE__ * 0 + 2), n = same(1));
    value = await join(create_task(same(__LINE__ * 0 + 2)));
    same_all(2, first, value, n + m);
}

static async void shape89(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same((A)+(A)));
    await gather(n = same(({ await timeout(5, value = same((A)+(A))); 0; })));
    same_all(6, first, value, n + m);
}

static async void shape90(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(A+A+A), n = same(1));
    value = await same(A+A+A);
    same_all(9, first, value, n + m);
}

static async void shape91(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(var1++ * 0 + A));
    await race(value = same(var1++ * 0 + A), n = slow(1, 9));
    same_all(3, first, value, n + m);
}

static async void shape92(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(RAW()5), n = same(1));
    n = await timeout(5, value = same(RAW()5));
    same_all(5, first, value, n + m);
}

async int main(void)
{
    await shape0();
    await shape1();
    await shape2();
    await shape3();
    await shape4();
    await shape5();
    await shape6();
    await shape7();
    await shape8();
    await shape9();
    await shape10();
    await shape11();
    await shape12();
    await shape13();
    await shape14();
    await shape15();
    await shape16();
    await shape17();
    await shape18();
    await shape19();
    await shape20();
    await shape21();
    await shape22();
    await shape23();
    await shape24();
    await shape25();
    await shape26();
    await shape27();
    await shape28();
    await shape29();
    await shape30();
    await shape31();
    await shape32();
    await shape33();
    await shape34();
    await shape35();
    await shape36();
    await shape37();
    await shape38();
    await shape39();
    await shape40();
    await shape41();
    await shape42();
    await shape43();
    await shape44();
    await shape45();
    await shape46();
    await shape47();
    await shape48();
    await shape49();
    await shape50();
    await shape51();
    await shape52();
    await shape53();
    await shape54();
    await shape55();
    await shape56();
    await shape57();
    await shape58();
    await shape59();
    await shape60();
    await shape61();
    await shape62();
    await shape63();
    await shape64();
    await shape65();
    await shape66();
    await shape67();
    await shape68();
    await shape69();
    await shape70();
    await shape71();
    await shape72();
    await shape73();
    await shape74();
    await shape75();
    await shape76();
    await shape77();
    await shape78();
    await shape79();
    await shape80();
    await shape81();
    await shape82();
    await shape83();
    await shape84();
    await shape85();
    await shape86();
    await shape87();
    await shape88();
    await shape89();
    await shape90();
    await shape91();
    await shape92();
    return 0;
}
