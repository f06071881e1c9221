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
#define F(x) ((x) + 1)
#define G(x, y) x + y
#define RAW(x) x
#define CAT(a, b) a##b
#define STR(x) #x
#define XSTR(x) STR(x)
#define NAME "file"
#define OPEN (
#define CLOSE )
#define PAIR 1, 2
#define FIRST 1,
#define COMMA ,
#define SE(x) ({ int v_ = (x); v_ + 1; })
#define QUESTION ?
#define COLON :
#define THEN 3 : 4
#define INI { 5, 6 }
#define TYPE int
#define NEG -
#define AW await
#define AWS(x) await same(x)
#define SAME same
#define CALL3 same(3)
#define ARG(x) (x)
#define MEMBER b
#define ADDRESS(x) (&(x))
#define CASTI (int)
struct two { int a, b; };
static async int same(int v) { await async_yield(); return v; }
static async int add(int a, int b) { await async_yield(); return a * 10 + b; }
static async int length(const char *s) { await async_yield(); return (int)strlen(s); }
static async int second(int *p) { await async_yield(); return p[1]; }
static async int slow(int v, double t) { await async_sleep(t); return v; }
static int plain(int v) { return v; }
static int arr[3] = { 7, 8, 9 };
static async int (*table[2])(int) = { same, same };
static void same_all(int right, int first, int value, int other)
{
    printf("%d %d%s\n", first, value, right == first && right == value && other >= 0 ? "" : " WRONG");
}

static async void shape0(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(await same(2) + A), n = same(1));
    value = await same(await same(2) + A);
    same_all(5, first, value, n + m);
}

static async void shape1(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(B2 * await same(2)));
    await race(value = same(B2 * await same(2)), n = slow(1, 9));
    same_all(4, first, value, n + m);
}

static async void shape2(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(await same(2) * B2), n = same(1));
    n = await timeout(5, value = same(await same(2) * B2));
    same_all(5, first, value, n + m);
}

static async void shape3(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(2 * B2 * await same(2)));
    value = await join(create_task(same(2 * B2 * await same(2))));
    same_all(6, first, value, n + m);
}

static async void shape4(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(1 + 4 TWICE + await same(1)), n = same(1));
    await gather(n = same(({ await timeout(5, value = same(1 + 4 TWICE + await same(1))); 0; })));
    same_all(10, first, value, n + m);
}

static async void shape5(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(await same(2) TWICE));
    value = await same(await same(2) TWICE);
    same_all(4, first, value, n + m);
}

static async void shape6(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(F(await same(3))), n = same(1));
    await race(value = same(F(await same(3))), n = slow(1, 9));
    same_all(4, first, value, n + m);
}

static async void shape7(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(1 + F(await same(3))));
    n = await timeout(5, value = same(1 + F(await same(3))));
    same_all(5, first, value, n + m);
}

static async void shape8(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(F(await same(A))), n = same(1));
    value = await join(create_task(same(F(await same(A)))));
    same_all(4, first, value, n + m);
}

static async void shape9(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(RAW(await same(3))));
    await gather(n = same(({ await timeout(5, value = same(RAW(await same(3)))); 0; })));
    same_all(3, first, value, n + m);
}

static async void shape10(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(RAW(await) same(3)), n = same(1));
    value = await same(RAW(await) same(3));
    same_all(3, first, value, n + m);
}

static async void shape11(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(AW same(3)));
    await race(value = same(AW same(3)), n = slow(1, 9));
    same_all(3, first, value, n + m);
}

static async void shape12(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(AWS(3)), n = same(1));
    n = await timeout(5, value = same(AWS(3)));
    same_all(3, first, value, n + m);
}

static async void shape13(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(AWS(A)));
    value = await join(create_task(same(AWS(A))));
    same_all(3, first, value, n + m);
}

static async void shape14(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(AWS(3) + A), n = same(1));
    await gather(n = same(({ await timeout(5, value = same(AWS(3) + A)); 0; })));
    same_all(6, first, value, n + m);
}

static async void shape15(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(1 + AWS(3)));
    value = await same(1 + AWS(3));
    same_all(4, first, value, n + m);
}

static async void shape16(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(await SAME(3)), n = same(1));
    await race(value = same(await SAME(3)), n = slow(1, 9));
    same_all(3, first, value, n + m);
}

static async void shape17(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(await CALL3));
    n = await timeout(5, value = same(await CALL3));
    same_all(3, first, value, n + m);
}

static async void shape18(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(await CALL3 + A), n = same(1));
    value = await join(create_task(same(await CALL3 + A)));
    same_all(6, first, value, n + m);
}

static async void shape19(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(await (CALL3)));
    await gather(n = same(({ await timeout(5, value = same(await (CALL3))); 0; })));
    same_all(3, first, value, n + m);
}

static async void shape20(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(await same ARG(3)), n = same(1));
    value = await same(await same ARG(3));
    same_all(3, first, value, n + m);
}

static async void shape21(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(await same OPEN 3 CLOSE));
    await race(value = same(await same OPEN 3 CLOSE), n = slow(1, 9));
    same_all(3, first, value, n + m);
}

static async void shape22(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(await RAW(same)(3)), n = same(1));
    n = await timeout(5, value = same(await RAW(same)(3)));
    same_all(3, first, value, n + m);
}

static async void shape23(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(await add(PAIR)));
    value = await join(create_task(same(await add(PAIR))));
    same_all(12, first, value, n + m);
}

static async void shape24(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(await add(FIRST 2)), n = same(1));
    await gather(n = same(({ await timeout(5, value = same(await add(FIRST 2))); 0; })));
    same_all(12, first, value, n + m);
}

static async void shape25(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(await add(1 COMMA 2)));
    value = await same(await add(1 COMMA 2));
    same_all(12, first, value, n + m);
}

static async void shape26(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(await add(A, A)), n = same(1));
    await race(value = same(await add(A, A)), n = slow(1, 9));
    same_all(33, first, value, n + m);
}

static async void shape27(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(await add(A COMMA A)));
    n = await timeout(5, value = same(await add(A COMMA A)));
    same_all(33, first, value, n + m);
}

static async void shape28(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(await add(RAW(1), RAW(2))), n = same(1));
    value = await join(create_task(same(await add(RAW(1), RAW(2)))));
    same_all(12, first, value, n + m);
}

static async void shape29(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(await add(RAW(1 COMMA 2))));
    await gather(n = same(({ await timeout(5, value = same(await add(RAW(1 COMMA 2)))); 0; })));
    same_all(12, first, value, n + m);
}

static async void shape30(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(await length("dir/" NAME)), n = same(1));
    value = await same(await length("dir/" NAME));
    same_all(8, first, value, n + m);
}

static async void shape31(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(await length(NAME "dir/")));
    await race(value = same(await length(NAME "dir/")), n = slow(1, 9));
    same_all(8, first, value, n + m);
}

static async void shape32(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(await length(NAME)), n = same(1));
    n = await timeout(5, value = same(await length(NAME)));
    same_all(4, first, value, n + m);
}

static async void shape33(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(await length("a" NAME "b")));
    value = await join(create_task(same(await length("a" NAME "b"))));
    same_all(6, first, value, n + m);
}

static async void shape34(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(await length(STR(abc))), n = same(1));
    await gather(n = same(({ await timeout(5, value = same(await length(STR(abc)))); 0; })));
    same_all(3, first, value, n + m);
}

static async void shape35(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(await length("a" STR(b c))));
    value = await same(await length("a" STR(b c)));
    same_all(4, first, value, n + m);
}

static async void shape36(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(await length(XSTR(A))), n = same(1));
    await race(value = same(await length(XSTR(A))), n = slow(1, 9));
    same_all(1, first, value, n + m);
}

static async void shape37(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(await length(XSTR(CAT(a, b)) NAME)));
    n = await timeout(5, value = same(await length(XSTR(CAT(a, b)) NAME)));
    same_all(6, first, value, n + m);
}

static async void shape38(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(await second((int[2])INI)), n = same(1));
    value = await join(create_task(same(await second((int[2])INI))));
    same_all(6, first, value, n + m);
}

static async void shape39(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(await second((int[2]){ A, A })));
    await gather(n = same(({ await timeout(5, value = same(await second((int[2]){ A, A }))); 0; })));
    same_all(3, first, value, n + m);
}

static async void shape40(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(await second((int[A]){ 1, 2 })), n = same(1));
    value = await same(await second((int[A]){ 1, 2 }));
    same_all(2, first, value, n + m);
}

static async void shape41(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(await second((TYPE[]){ 1, A })));
    await race(value = same(await second((TYPE[]){ 1, A })), n = slow(1, 9));
    same_all(3, first, value, n + m);
}

static async void shape42(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(SE(await same(3))), n = same(1));
    n = await timeout(5, value = same(SE(await same(3))));
    same_all(4, first, value, n + m);
}

static async void shape43(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(({ await same(3); A; })));
    value = await join(create_task(same(({ await same(3); A; }))));
    same_all(3, first, value, n + m);
}

static async void shape44(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(({ await same(3); RAW(A); })), n = same(1));
    await gather(n = same(({ await timeout(5, value = same(({ await same(3); RAW(A); }))); 0; })));
    same_all(3, first, value, n + m);
}

static async void shape45(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(({ A + await same(3); })));
    value = await same(({ A + await same(3); }));
    same_all(6, first, value, n + m);
}

static async void shape46(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(await same(3) QUESTION A COLON 4), n = same(1));
    await race(value = same(await same(3) QUESTION A COLON 4), n = slow(1, 9));
    same_all(3, first, value, n + m);
}

static async void shape47(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(await same(0) ? THEN));
    n = await timeout(5, value = same(await same(0) ? THEN));
    same_all(4, first, value, n + m);
}

static async void shape48(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(1 ? await same(A) : 4), n = same(1));
    value = await join(create_task(same(1 ? await same(A) : 4)));
    same_all(3, first, value, n + m);
}

static async void shape49(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(OPEN await same(3) CLOSE));
    await gather(n = same(({ await timeout(5, value = same(OPEN await same(3) CLOSE)); 0; })));
    same_all(3, first, value, n + m);
}

static async void shape50(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(arr[await same(1)]), n = same(1));
    value = await same(arr[await same(1)]);
    same_all(8, first, value, n + m);
}

static async void shape51(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(arr[A - await same(1)]));
    await race(value = same(arr[A - await same(1)]), n = slow(1, 9));
    same_all(9, first, value, n + m);
}

static async void shape52(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(NEG await same(3) + 5), n = same(1));
    n = await timeout(5, value = same(NEG await same(3) + 5));
    same_all(2, first, value, n + m);
}

static async void shape53(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(- A + await same(5)));
    value = await join(create_task(same(- A + await same(5))));
    same_all(2, first, value, n + m);
}

static async void shape54(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(G(await same(1), 2)), n = same(1));
    await gather(n = same(({ await timeout(5, value = same(G(await same(1), 2))); 0; })));
    same_all(3, first, value, n + m);
}

static async void shape55(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(2 * G(await same(1), 2)));
    value = await same(2 * G(await same(1), 2));
    same_all(4, first, value, n + m);
}

static async void shape56(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(G(1, await same(2)) * 2), n = same(1));
    await race(value = same(G(1, await same(2)) * 2), n = slow(1, 9));
    same_all(5, first, value, n + m);
}

static async void shape57(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(plain(await same(A))));
    n = await timeout(5, value = same(plain(await same(A))));
    same_all(3, first, value, n + m);
}

static async void shape58(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(plain(A) + await same(1)), n = same(1));
    value = await join(create_task(same(plain(A) + await same(1))));
    same_all(4, first, value, n + m);
}

static async void shape59(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same((int)sizeof(A) * 0 + await same(3)));
    await gather(n = same(({ await timeout(5, value = same((int)sizeof(A) * 0 + await same(3))); 0; })));
    same_all(3, first, value, n + m);
}

static async void shape60(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(((struct two){ .MEMBER = await same(3) }).b), n = same(1));
    value = await same(((struct two){ .MEMBER = await same(3) }).b);
    same_all(3, first, value, n + m);
}

static async void shape61(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(((int[2]){ A, await same(4) })[1]));
    await race(value = same(((int[2]){ A, await same(4) })[1]), n = slow(1, 9));
    same_all(4, first, value, n + m);
}

static async void shape62(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same((await same(1), A)), n = same(1));
    n = await timeout(5, value = same((await same(1), A)));
    same_all(3, first, value, n + m);
}

static async void shape63(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(await same(A) == A && await same(A)));
    value = await join(create_task(same(await same(A) == A && await same(A))));
    same_all(1, first, value, n + m);
}

static async void shape64(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(!await same(A)), n = same(1));
    await gather(n = same(({ await timeout(5, value = same(!await same(A))); 0; })));
    same_all(0, first, value, n + m);
}

static async void shape65(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(await table[RAW(1)](3)));
    value = await same(await table[RAW(1)](3));
    same_all(3, first, value, n + m);
}

static async void shape66(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(await (*table[A - 3])(3)), n = same(1));
    await race(value = same(await (*table[A - 3])(3)), n = slow(1, 9));
    same_all(3, first, value, n + m);
}

static async void shape67(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(await (*(table + 1))(A)));
    n = await timeout(5, value = same(await (*(table + 1))(A)));
    same_all(3, first, value, n + m);
}

static async void shape68(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(CASTI await same(3)), n = same(1));
    value = await join(create_task(same(CASTI await same(3))));
    same_all(3, first, value, n + m);
}

static async void shape69(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same((TYPE)await same(3)));
    await gather(n = same(({ await timeout(5, value = same((TYPE)await same(3))); 0; })));
    same_all(3, first, value, n + m);
}

static async void shape70(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(_Generic(1, TYPE: await same(A), default: 5)), n = same(1));
    value = await same(_Generic(1, TYPE: await same(A), default: 5));
    same_all(3, first, value, n + m);
}

static async void shape71(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same((await timeout(5, m = same(A)), m)));
    await race(value = same((await timeout(5, m = same(A)), m)), n = slow(1, 9));
    same_all(3, first, value, n + m);
}

static async void shape72(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(({ await gather(m = same(A)); m; })), n = same(1));
    n = await timeout(5, value = same(({ await gather(m = same(A)); m; })));
    same_all(3, first, value, n + m);
}

static async void shape73(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(({ await gather(m = same(A), m = same(2 + A)); m + A; })));
    value = await join(create_task(same(({ await gather(m = same(A), m = same(2 + A)); m + A; }))));
    same_all(8, first, value, n + m);
}

static async void shape74(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same((await race(m = same(A))) + m), n = same(1));
    await gather(n = same(({ await timeout(5, value = same((await race(m = same(A))) + m)); 0; })));
    same_all(3, first, value, n + m);
}

static async void shape75(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(await join(create_task(same(A)))));
    value = await same(await join(create_task(same(A))));
    same_all(3, first, value, n + m);
}

static async void shape76(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(await join(create_task(same(1 + A))) + A), n = same(1));
    await race(value = same(await join(create_task(same(1 + A))) + A), n = slow(1, 9));
    same_all(7, first, value, n + m);
}

static async void shape77(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(1 + (await timeout(A, m = same(A))) + m));
    n = await timeout(5, value = same(1 + (await timeout(A, m = same(A))) + m));
    same_all(4, first, value, n + m);
}

static async void shape78(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(({ task(int) t = create_task(same(A)); await join(t); })), n = same(1));
    value = await join(create_task(same(({ task(int) t = create_task(same(A)); await join(t); }))));
    same_all(3, first, value, n + m);
}

static async void shape79(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(({ task(int) t = create_task(length("dir/" NAME)); await shield(t); })));
    await gather(n = same(({ await timeout(5, value = same(({ task(int) t = create_task(length("dir/" NAME)); await shield(t); }))); 0; })));
    same_all(8, first, value, n + m);
}

static async void shape80(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(RAW(await join(create_task(same(A))))), n = same(1));
    value = await same(RAW(await join(create_task(same(A)))));
    same_all(3, first, value, n + m);
}

static async void shape81(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(({ int w = await timeout(RAW(5), m = same(2 + A)); w + m; })));
    await race(value = same(({ int w = await timeout(RAW(5), m = same(2 + A)); w + m; })), n = slow(1, 9));
    same_all(5, first, value, n + m);
}

static async void shape82(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(SE(({ await gather(m = same(A)); m; }))), n = same(1));
    n = await timeout(5, value = same(SE(({ await gather(m = same(A)); m; }))));
    same_all(4, first, value, n + m);
}

static async void shape83(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(await join(({ create_task(same(A)); }))));
    value = await join(create_task(same(await join(({ create_task(same(A)); })))));
    same_all(3, first, value, n + m);
}

static async void shape84(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(await join(RAW(create_task(same(A))))), n = same(1));
    await gather(n = same(({ await timeout(5, value = same(await join(RAW(create_task(same(A)))))); 0; })));
    same_all(3, first, value, n + m);
}

static async void shape85(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(n = same(1), first = same(await join(A ? create_task(same(A)) : 0)));
    value = await same(await join(A ? create_task(same(A)) : 0));
    same_all(3, first, value, n + m);
}

static async void shape86(void)
{
    int first = -1, value = -1, n = 0, m = 0;
    await gather(first = same(await join(create_task(same(await join(create_task(same(A))))))), n = same(1));
    await race(value = same(await join(create_task(same(await join(create_task(same(A))))))), n = slow(1, 9));
    same_all(3, first, value, n + m);
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
    return 0;
}
