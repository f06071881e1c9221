/* A statement expression is a scope wherever it stands: its locals are kept over the awaits in it, whatever operand it is. */
#include <asyncc.h>
#include <assert.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#define S ({ int v = x + 1; int w[2] = { v, 3 }; v += await f(1); w[1] += v; v + w[0]; })
#define T ({ int v = x + 2; v += await f(2); v; })
#define MAX(a, b) ({ __typeof__(a) a_ = (a); __typeof__(b) b_ = (b); a_ > b_ ? a_ : b_; })
#define TWICE(e) ((e) + (e))
#define CHECK(e) ((e) ? 1 : (printf("%s", #e), 0))

struct p { int a, b; };
static int tab[8] = { 1, 2, 3, 4, 5, 6, 7, 8 };

static async int f(int x) { await async_yield(); return x; }
static async int add2(int a, int b) { await async_yield(); return a * 3 + b; }
static async struct p mk2(int a, int b) { await async_yield(); return (struct p){ a, b }; }
static int add(int a, int b) { return a * 3 + b; }
static struct p mk(int a, int b) { return (struct p){ a, b }; }
static int *pp(int *p) { return p; }

static int pick(int n, ...)
{
    va_list ap;
    int s = 0;
    va_start(ap, n);
    while (n--)
        s = s * 5 + va_arg(ap, int);
    va_end(ap);
    return s;
}

static async int g0(int x) { return S ?: 7; }
static async int g1(int x) { return 0 ?: S; }
static async int g2(int x) { return S ?: T; }
static async int g3(int x) { return (S) ?: (T); }
static async int g4(int x) { return S ? T : 3; }
static async int g5(int x) { return x ? S : T; }
static async int g6(int x) { return !x ? S : T; }
static async int g7(int x) { return S && T; }
static async int g8(int x) { return S || T; }
static async int g9(int x) { return !x || (S, T); }
static async int g10(int x) { return S + T; }
static async int g11(int x) { return S - T * S; }
static async int g12(int x) { return -S; }
static async int g13(int x) { return !S; }
static async int g14(int x) { return ~S + 1; }
static async int g15(int x) { return (S, T); }
static async int g16(int x) { return (char)S + (int)(long)T; }
static async int g17(int x) { return add(S, T); }
static async int g18(int x) { return await f(S); }
static async int g19(int x) { return await add2(S, T); }
static async int g20(int x) { return await f(S) + await f(T); }
static async int g21(int x) { return tab[S & 7] + tab[T & 7]; }
static async int g22(int x) { return (S & 7)[tab]; }
static async int g23(int x) { return *(tab + (S & 7)); }
static async int g24(int x) { return *&tab[T & 7]; }
static async int g25(int x) { return (tab[S & 7] += T) + tab[S & 7]; }
static async int g26(int x) { int y = 1; return (y += S, y); }
static async int g27(int x) { return (tab[T & 7]++, tab[T & 7]); }
static async int g28(int x) { return ++tab[T & 7]; }
static async int g29(int x) { return ((int[]){ S, T })[S & 1]; }
static async int g30(int x) { return ((struct p){ S, T }).b; }
static async int g31(int x) { return ((struct p){ .b = S, .a = T }).b; }
static async int g32(int x) { return add((int)S, ((struct p){ .a = T }).a); }
static async int g33(int x) { return _Generic(S, int: T, char: S); }
static async int g34(int x) { return _Generic((char)1, char: T, int: S); }
static async int g35(int x) { return _Generic((char)1, char: T + 1, default: S); }
static async int g36(int x) { return __builtin_choose_expr(1, S, T); }
static async int g37(int x) { return __builtin_choose_expr(0, S, T); }
static async int g38(int x) { return __builtin_expect(S, 3) + 1; }
static async int g39(int x) { return (int)sizeof(S) + T; }
static async int g40(int x) { return (int)sizeof(int[S]) + T; }
static async int g41(int x) { return (int)sizeof(char[S][T]); }
static async int g42(int x) { return (int)__alignof__(S) + x; }
static async int g43(int x) { return ({ int u[S]; u[0] = T; (int)sizeof u + u[0]; }); }
static async int g44(int x) { return ({ int q = S; int r = T; q * r; }); }
static async int g45(int x) { return ({ __auto_type q = S; __typeof__(T) r = q; q + r; }); }
static async int g46(int x) { return ({ struct p s = { S, T }; s.a - s.b; }); }
static async int g47(int x) { return ({ int a[3] = { [1] = S, [0] = T }; a[0] * a[1] + a[2]; }); }
static async int g48(int x) { int y = 1; return ({ if (S > T) y = S; else y = T; y; }); }
static async int g49(int x) { return ({ int n = 0; while (S + n < 20) n++; n; }); }
static async int g50(int x) { return ({ int n = 0; do n++; while (S + n < 20 && T); n; }); }
static async int g51(int x) { return ({ int n = 0; for (int i = S; i < T + 20; i += S) n++; n; }); }
static async int g52(int x) { return ({ int n = 0; switch (S + x) { case 14: n = T; break; default: n = T + 1; } n; }); }
static async int g53(int x) { return ({ int n; __asm__("" : "=r"(n) : "0"(S)); n; }); }
static async int g54(int x) { return ({ int n = 3; __asm__("" : "+r"(tab[S & 7]) : "r"(T)); n + tab[S & 7]; }); }
static async int g55(int x) { return ({ __label__ l; goto l; l: ; S; }); }
static async int g56(int x) { return ({ __label__ l; int n = S; l: n += T; if (n < 50) goto l; n; }); }
static async int g57(int x) { return pick(3, S, T, S); }
static async int g58(int x) { return __builtin_abs(S) + __builtin_popcount(T); }
static async int g59(int x) { return ({ int o; __builtin_add_overflow(S, T, &o); o; }); }
static async int g60(int x) { return __builtin_offsetof(struct p, b) + S; }
static async int g61(int x) { return (*(x ? add : add))(S, T); }
static async int g62(int x) { return (x ? add : add)(S, T); }
static async int g63(int x) { return mk(S, T).b; }
static async int g64(int x) { return (await mk2(S, T)).a; }
static async int g65(int x) { int y = 1; return pp(&y)[S * 0] + y; }
static async int g66(int x) { int y = 1; return ({ y = S; *pp(&y); }); }
static async int g67(int x) { return ({ T; S; }); }
static async int g68(int x) { return __extension__ S + T; }
static async int g69(int x) { return __real__ (double _Complex)S + x; }
static async int g70(int x) { return ((T > S) == (S > T)) + x; }
static async int g71(int x) { return S % (T | 1) ^ S; }
static async int g72(int x) { return (S << 1) >> (T & 3); }
static async int g73(int x) { return ({ const int k = S; volatile int z = T; k + z; }); }
static async int g74(int x) { return ({ static int st; st += S; st; }); }
static async int g75(int x) { return MAX(S, T); }
static async int g76(int x) { return TWICE(S); }
static async int g77(int x) { return CHECK(S > 2) + x; }
static async int g78(int x) { return ({ char t[S]; t[T & 3] = 2; t[T & 3] + (int)sizeof t; }); }
static async int g79(int x) { return (int)(intptr_t)(void *)(intptr_t)S; }

/* Spelled out, and with a value that nobody wants. */
static async int spelled(int x)
{
    int y = ({ int v = x + 1; int w[2] = { v, 3 }; v += await f(1); w[1] += v; v + w[0]; }) ?: 7;
    (void)(({ int v = x + 2; v += await f(y); v; }) ?: y);
    ({ int v = x + 2; tab[0] += await f(v) + v; v; }), y++;
    if (y) {
        (void)(y > 0 ? ({ int v = x + 3; int w[2] = { v, 1 }; v += await f(2); tab[w[1]] += v; v + w[0]; }) : 0);
    }
    assert(({ int v = x + 2; await f(2) + v == x + 4; }));
    return y + tab[0] + tab[1] + (int)sizeof(char[({ int v = x + 2; v += await f(2); v; })][2][S]);
}

static async int all(int x)
{
    int i = 0;
    printf("%d: %d\n", i++, await g0(x));
    printf("%d: %d\n", i++, await g1(x));
    printf("%d: %d\n", i++, await g2(x));
    printf("%d: %d\n", i++, await g3(x));
    printf("%d: %d\n", i++, await g4(x));
    printf("%d: %d\n", i++, await g5(x));
    printf("%d: %d\n", i++, await g6(x));
    printf("%d: %d\n", i++, await g7(x));
    printf("%d: %d\n", i++, await g8(x));
    printf("%d: %d\n", i++, await g9(x));
    printf("%d: %d\n", i++, await g10(x));
    printf("%d: %d\n", i++, await g11(x));
    printf("%d: %d\n", i++, await g12(x));
    printf("%d: %d\n", i++, await g13(x));
    printf("%d: %d\n", i++, await g14(x));
    printf("%d: %d\n", i++, await g15(x));
    printf("%d: %d\n", i++, await g16(x));
    printf("%d: %d\n", i++, await g17(x));
    printf("%d: %d\n", i++, await g18(x));
    printf("%d: %d\n", i++, await g19(x));
    printf("%d: %d\n", i++, await g20(x));
    printf("%d: %d\n", i++, await g21(x));
    printf("%d: %d\n", i++, await g22(x));
    printf("%d: %d\n", i++, await g23(x));
    printf("%d: %d\n", i++, await g24(x));
    printf("%d: %d\n", i++, await g25(x));
    printf("%d: %d\n", i++, await g26(x));
    printf("%d: %d\n", i++, await g27(x));
    printf("%d: %d\n", i++, await g28(x));
    printf("%d: %d\n", i++, await g29(x));
    printf("%d: %d\n", i++, await g30(x));
    printf("%d: %d\n", i++, await g31(x));
    printf("%d: %d\n", i++, await g32(x));
    printf("%d: %d\n", i++, await g33(x));
    printf("%d: %d\n", i++, await g34(x));
    printf("%d: %d\n", i++, await g35(x));
    printf("%d: %d\n", i++, await g36(x));
    printf("%d: %d\n", i++, await g37(x));
    printf("%d: %d\n", i++, await g38(x));
    printf("%d: %d\n", i++, await g39(x));
    printf("%d: %d\n", i++, await g40(x));
    printf("%d: %d\n", i++, await g41(x));
    printf("%d: %d\n", i++, await g42(x));
    printf("%d: %d\n", i++, await g43(x));
    printf("%d: %d\n", i++, await g44(x));
    printf("%d: %d\n", i++, await g45(x));
    printf("%d: %d\n", i++, await g46(x));
    printf("%d: %d\n", i++, await g47(x));
    printf("%d: %d\n", i++, await g48(x));
    printf("%d: %d\n", i++, await g49(x));
    printf("%d: %d\n", i++, await g50(x));
    printf("%d: %d\n", i++, await g51(x));
    printf("%d: %d\n", i++, await g52(x));
    printf("%d: %d\n", i++, await g53(x));
    printf("%d: %d\n", i++, await g54(x));
    printf("%d: %d\n", i++, await g55(x));
    printf("%d: %d\n", i++, await g56(x));
    printf("%d: %d\n", i++, await g57(x));
    printf("%d: %d\n", i++, await g58(x));
    printf("%d: %d\n", i++, await g59(x));
    printf("%d: %d\n", i++, await g60(x));
    printf("%d: %d\n", i++, await g61(x));
    printf("%d: %d\n", i++, await g62(x));
    printf("%d: %d\n", i++, await g63(x));
    printf("%d: %d\n", i++, await g64(x));
    printf("%d: %d\n", i++, await g65(x));
    printf("%d: %d\n", i++, await g66(x));
    printf("%d: %d\n", i++, await g67(x));
    printf("%d: %d\n", i++, await g68(x));
    printf("%d: %d\n", i++, await g69(x));
    printf("%d: %d\n", i++, await g70(x));
    printf("%d: %d\n", i++, await g71(x));
    printf("%d: %d\n", i++, await g72(x));
    printf("%d: %d\n", i++, await g73(x));
    printf("%d: %d\n", i++, await g74(x));
    printf("%d: %d\n", i++, await g75(x));
    printf("%d: %d\n", i++, await g76(x));
    printf("%d: %d\n", i++, await g77(x));
    printf("%d: %d\n", i++, await g78(x));
    printf("%d: %d\n", i++, await g79(x));
    return await spelled(x);
}

async int main(void)
{
    printf("%d\n", await all(2));
    printf("%d\n", await all(3));
    return 0;
}
