/* no elision */
/* Destinations of every form: evaluated once, in front of the arguments; of an assignment, behind its right side. What they mean is what `=` of a number does. */
#include <asyncc.h>
#include <stdio.h>
#include <string.h>
typedef int vec __attribute__((vector_size(16)));
struct S { int x, r[3]; unsigned bits : 7; struct { int y; } in; struct { int anon; unsigned abits : 9; }; vec v; };
union U { int i; struct S s; int r[3]; };
static char trace[64];
static void note(const char *s) { strcat(trace, s); }
static async int f(int x) { await async_yield(); return x; }
static async struct S *fs(struct S *q) { note("D"); await async_yield(); return q; }
static async int *fp(int *p) { note("D"); await async_yield(); return p; }
static int k(int x) { note("D"); return x; }
static int *k2(int *p) { note("D"); return p; }
static int R(int x) { note("R"); return x; }
static int g, ga[3], gi; static struct S gs, gt, *gp = &gs; static vec gv; static int *gpp = &gi;

static void clear(void) { g = gi = 0; memset(ga, 0, sizeof ga); memset(&gs, 0, sizeof gs); memset(&gt, 0, sizeof gt); gp = &gs; gpp = &gi; gv = (vec){ 0 }; trace[0] = 0; }
static async int spoil(int x) { await async_yield(); gp = &gt; gpp = &g; return x; }
static async int never(int x) { await async_sleep(100); return x; }
static int hash(const void *p, size_t n, unsigned h) { const unsigned char *c = p; while (n--) h = h * 31 + *c++; return (int)(h & 0xffffff); }
#define STATE int n = 0, m = 0, i = 1, a[3] = { 0 }, *p = a, l[2] = { 0 }; static int st[3]; char c[3] = { 0 }; _Bool b = 0; vec v = { 0 }; \
    struct S s, s2, *q = &s2; union U u; memset(&s, 0, sizeof s); memset(&s2, 0, sizeof s2); memset(&u, 0, sizeof u); memset(st, 0, sizeof st); \
    clear(); (void)n; (void)m; (void)i; (void)a; (void)p; (void)c; (void)b; (void)v; (void)q; (void)l; (void)st
static int hash_all(int *n, int *m, int *a, struct S *s, struct S *s2, union U *u, vec *v, int *st, char *c, _Bool *b, int *i, int *l)
{
    return hash(n, sizeof *n, 1) ^ hash(m, sizeof *m, 2) ^ hash(a, 12, 3) ^ hash(s, sizeof *s, 4) ^ hash(s2, sizeof *s, 5) ^ hash(u, sizeof *u, 6) ^ hash(v, sizeof *v, 7) ^
        hash(&g, sizeof g, 8) ^ hash(ga, sizeof ga, 9) ^ hash(&gs, sizeof gs, 10) ^ hash(&gt, sizeof gt, 11) ^ hash(&gv, sizeof gv, 12) ^ hash(st, 12, 13) ^ hash(c, 3, 14) ^
        (*b * 77) ^ hash(i, sizeof *i, 15) ^ hash(l, 8, 16) ^ hash(&gi, sizeof gi, 17);
}
#define HASH hash_all(&n, &m, a, &s, &s2, &u, &v, st, c, &b, &i, l)
#define EXPECT(what) do { if (HASH != want) printf("%s: %d differs\n", what, n_); } while (0)
#define ORDER(what, by) do { if (strcmp(trace, by) != 0 && strcmp(trace, "R") != 0) printf("%s: %d order %s\n", what, n_, trace); } while (0)

static async int set0(int w) { STATE; n = w; (void)w; return HASH; }
static async void dest0(void)
{
    const int n_ = 0;
    int want = await set0(42);
    { STATE; n = await f(R(42)); EXPECT("="); ORDER("=", "RD"); }
    { STATE; int e = await timeout(10, n = f(R(42))); EXPECT("timeout"); ORDER("timeout", "DR"); if (e) puts("late"); }
    { STATE; int t_ = 7; await gather(l[0] = f(0), n = spoil(R(42)), t_ = f(3)); gp = &gs; gpp = &gi; EXPECT("gather"); ORDER("gather", "DR"); if (t_ != 3) puts("t"); }
    { STATE; int keep = HASH; int e = await timeout(1, n = never(R(42))); if (!e || keep != HASH) printf("late: %d\n", n_); ORDER("late", "DR"); }
}
static async int set1(int w) { STATE; a[i] = w; (void)w; return HASH; }
static async void dest1(void)
{
    const int n_ = 1;
    int want = await set1(42);
    { STATE; a[i] = await f(R(42)); EXPECT("="); ORDER("=", "RD"); }
    { STATE; int e = await timeout(10, a[i] = f(R(42))); EXPECT("timeout"); ORDER("timeout", "DR"); if (e) puts("late"); }
    { STATE; int t_ = 7; await gather(l[0] = f(0), a[i] = spoil(R(42)), t_ = f(3)); gp = &gs; gpp = &gi; EXPECT("gather"); ORDER("gather", "DR"); if (t_ != 3) puts("t"); }
    { STATE; int keep = HASH; int e = await timeout(1, a[i] = never(R(42))); if (!e || keep != HASH) printf("late: %d\n", n_); ORDER("late", "DR"); }
}
static async int set2(int w) { STATE; 1[a] = w; (void)w; return HASH; }
static async void dest2(void)
{
    const int n_ = 2;
    int want = await set2(42);
    { STATE; 1[a] = await f(R(42)); EXPECT("="); ORDER("=", "RD"); }
    { STATE; int e = await timeout(10, 1[a] = f(R(42))); EXPECT("timeout"); ORDER("timeout", "DR"); if (e) puts("late"); }
    { STATE; int t_ = 7; await gather(l[0] = f(0), 1[a] = spoil(R(42)), t_ = f(3)); gp = &gs; gpp = &gi; EXPECT("gather"); ORDER("gather", "DR"); if (t_ != 3) puts("t"); }
    { STATE; int keep = HASH; int e = await timeout(1, 1[a] = never(R(42))); if (!e || keep != HASH) printf("late: %d\n", n_); ORDER("late", "DR"); }
}
static async int set3(int w) { STATE; *p = w; (void)w; return HASH; }
static async void dest3(void)
{
    const int n_ = 3;
    int want = await set3(42);
    { STATE; *p = await f(R(42)); EXPECT("="); ORDER("=", "RD"); }
    { STATE; int e = await timeout(10, *p = f(R(42))); EXPECT("timeout"); ORDER("timeout", "DR"); if (e) puts("late"); }
    { STATE; int t_ = 7; await gather(l[0] = f(0), *p = spoil(R(42)), t_ = f(3)); gp = &gs; gpp = &gi; EXPECT("gather"); ORDER("gather", "DR"); if (t_ != 3) puts("t"); }
    { STATE; int keep = HASH; int e = await timeout(1, *p = never(R(42))); if (!e || keep != HASH) printf("late: %d\n", n_); ORDER("late", "DR"); }
}
static async int set4(int w) { STATE; *k2(&n) = w; (void)w; return HASH; }
static async void dest4(void)
{
    const int n_ = 4;
    int want = await set4(42);
    { STATE; *k2(&n) = await f(R(42)); EXPECT("="); ORDER("=", "RD"); }
    { STATE; int e = await timeout(10, *k2(&n) = f(R(42))); EXPECT("timeout"); ORDER("timeout", "DR"); if (e) puts("late"); }
    { STATE; int t_ = 7; await gather(l[0] = f(0), *k2(&n) = spoil(R(42)), t_ = f(3)); gp = &gs; gpp = &gi; EXPECT("gather"); ORDER("gather", "DR"); if (t_ != 3) puts("t"); }
    { STATE; int keep = HASH; int e = await timeout(1, *k2(&n) = never(R(42))); if (!e || keep != HASH) printf("late: %d\n", n_); ORDER("late", "DR"); }
}
static async int set7(int w) { STATE; s.bits = w; (void)w; return HASH; }
static async void dest7(void)
{
    const int n_ = 7;
    int want = await set7(42);
    { STATE; s.bits = await f(R(42)); EXPECT("="); ORDER("=", "RD"); }
    { STATE; int e = await timeout(10, s.bits = f(R(42))); EXPECT("timeout"); ORDER("timeout", "DR"); if (e) puts("late"); }
    { STATE; int t_ = 7; await gather(l[0] = f(0), s.bits = spoil(R(42)), t_ = f(3)); gp = &gs; gpp = &gi; EXPECT("gather"); ORDER("gather", "DR"); if (t_ != 3) puts("t"); }
    { STATE; int keep = HASH; int e = await timeout(1, s.bits = never(R(42))); if (!e || keep != HASH) printf("late: %d\n", n_); ORDER("late", "DR"); }
}
static async int set8(int w) { STATE; q->abits = w; (void)w; return HASH; }
static async void dest8(void)
{
    const int n_ = 8;
    int want = await set8(42);
    { STATE; q->abits = await f(R(42)); EXPECT("="); ORDER("=", "RD"); }
    { STATE; int e = await timeout(10, q->abits = f(R(42))); EXPECT("timeout"); ORDER("timeout", "DR"); if (e) puts("late"); }
    { STATE; int t_ = 7; await gather(l[0] = f(0), q->abits = spoil(R(42)), t_ = f(3)); gp = &gs; gpp = &gi; EXPECT("gather"); ORDER("gather", "DR"); if (t_ != 3) puts("t"); }
    { STATE; int keep = HASH; int e = await timeout(1, q->abits = never(R(42))); if (!e || keep != HASH) printf("late: %d\n", n_); ORDER("late", "DR"); }
}
static async int set10(int w) { STATE; u.r[k(1)] = w; (void)w; return HASH; }
static async void dest10(void)
{
    const int n_ = 10;
    int want = await set10(42);
    { STATE; u.r[k(1)] = await f(R(42)); EXPECT("="); ORDER("=", "RD"); }
    { STATE; int e = await timeout(10, u.r[k(1)] = f(R(42))); EXPECT("timeout"); ORDER("timeout", "DR"); if (e) puts("late"); }
    { STATE; int t_ = 7; await gather(l[0] = f(0), u.r[k(1)] = spoil(R(42)), t_ = f(3)); gp = &gs; gpp = &gi; EXPECT("gather"); ORDER("gather", "DR"); if (t_ != 3) puts("t"); }
    { STATE; int keep = HASH; int e = await timeout(1, u.r[k(1)] = never(R(42))); if (!e || keep != HASH) printf("late: %d\n", n_); ORDER("late", "DR"); }
}
static async int set11(int w) { STATE; *(i ? &n : &m) = w; (void)w; return HASH; }
static async void dest11(void)
{
    const int n_ = 11;
    int want = await set11(42);
    { STATE; *(i ? &n : &m) = await f(R(42)); EXPECT("="); ORDER("=", "RD"); }
    { STATE; int e = await timeout(10, *(i ? &n : &m) = f(R(42))); EXPECT("timeout"); ORDER("timeout", "DR"); if (e) puts("late"); }
    { STATE; int t_ = 7; await gather(l[0] = f(0), *(i ? &n : &m) = spoil(R(42)), t_ = f(3)); gp = &gs; gpp = &gi; EXPECT("gather"); ORDER("gather", "DR"); if (t_ != 3) puts("t"); }
    { STATE; int keep = HASH; int e = await timeout(1, *(i ? &n : &m) = never(R(42))); if (!e || keep != HASH) printf("late: %d\n", n_); ORDER("late", "DR"); }
}
static async int set13(int w) { STATE; v[i] = w; (void)w; return HASH; }
static async void dest13(void)
{
    const int n_ = 13;
    int want = await set13(42);
    { STATE; v[i] = await f(R(42)); EXPECT("="); ORDER("=", "RD"); }
    { STATE; int e = await timeout(10, v[i] = f(R(42))); EXPECT("timeout"); ORDER("timeout", "DR"); if (e) puts("late"); }
    { STATE; int t_ = 7; await gather(l[0] = f(0), v[i] = spoil(R(42)), t_ = f(3)); gp = &gs; gpp = &gi; EXPECT("gather"); ORDER("gather", "DR"); if (t_ != 3) puts("t"); }
    { STATE; int keep = HASH; int e = await timeout(1, v[i] = never(R(42))); if (!e || keep != HASH) printf("late: %d\n", n_); ORDER("late", "DR"); }
}
static async int set14(int w) { STATE; gv[k(1)] = w; (void)w; return HASH; }
static async void dest14(void)
{
    const int n_ = 14;
    int want = await set14(42);
    { STATE; gv[k(1)] = await f(R(42)); EXPECT("="); ORDER("=", "RD"); }
    { STATE; int e = await timeout(10, gv[k(1)] = f(R(42))); EXPECT("timeout"); ORDER("timeout", "DR"); if (e) puts("late"); }
    { STATE; int t_ = 7; await gather(l[0] = f(0), gv[k(1)] = spoil(R(42)), t_ = f(3)); gp = &gs; gpp = &gi; EXPECT("gather"); ORDER("gather", "DR"); if (t_ != 3) puts("t"); }
    { STATE; int keep = HASH; int e = await timeout(1, gv[k(1)] = never(R(42))); if (!e || keep != HASH) printf("late: %d\n", n_); ORDER("late", "DR"); }
}
static async int set15(int w) { STATE; *gpp = w; (void)w; return HASH; }
static async void dest15(void)
{
    const int n_ = 15;
    int want = await set15(42);
    { STATE; *gpp = await f(R(42)); EXPECT("="); ORDER("=", "RD"); }
    { STATE; int e = await timeout(10, *gpp = f(R(42))); EXPECT("timeout"); ORDER("timeout", "DR"); if (e) puts("late"); }
    { STATE; int t_ = 7; await gather(l[0] = f(0), *gpp = spoil(R(42)), t_ = f(3)); gp = &gs; gpp = &gi; EXPECT("gather"); ORDER("gather", "DR"); if (t_ != 3) puts("t"); }
    { STATE; int keep = HASH; int e = await timeout(1, *gpp = never(R(42))); if (!e || keep != HASH) printf("late: %d\n", n_); ORDER("late", "DR"); }
}
static async int set16(int w) { STATE; gp->x = w; (void)w; return HASH; }
static async void dest16(void)
{
    const int n_ = 16;
    int want = await set16(42);
    { STATE; gp->x = await f(R(42)); EXPECT("="); ORDER("=", "RD"); }
    { STATE; int e = await timeout(10, gp->x = f(R(42))); EXPECT("timeout"); ORDER("timeout", "DR"); if (e) puts("late"); }
    { STATE; int t_ = 7; await gather(l[0] = f(0), gp->x = spoil(R(42)), t_ = f(3)); gp = &gs; gpp = &gi; EXPECT("gather"); ORDER("gather", "DR"); if (t_ != 3) puts("t"); }
    { STATE; int keep = HASH; int e = await timeout(1, gp->x = never(R(42))); if (!e || keep != HASH) printf("late: %d\n", n_); ORDER("late", "DR"); }
}
static async int set17(int w) { STATE; _Generic(i, int: n, char: m) = w; (void)w; return HASH; }
static async void dest17(void)
{
    const int n_ = 17;
    int want = await set17(42);
    { STATE; _Generic(i, int: n, char: m) = await f(R(42)); EXPECT("="); ORDER("=", "RD"); }
    { STATE; int e = await timeout(10, _Generic(i, int: n, char: m) = f(R(42))); EXPECT("timeout"); ORDER("timeout", "DR"); if (e) puts("late"); }
    { STATE; int t_ = 7; await gather(l[0] = f(0), _Generic(i, int: n, char: m) = spoil(R(42)), t_ = f(3)); gp = &gs; gpp = &gi; EXPECT("gather"); ORDER("gather", "DR"); if (t_ != 3) puts("t"); }
    { STATE; int keep = HASH; int e = await timeout(1, _Generic(i, int: n, char: m) = never(R(42))); if (!e || keep != HASH) printf("late: %d\n", n_); ORDER("late", "DR"); }
}
static async int set19(int w) { STATE; b = w; (void)w; return HASH; }
static async void dest19(void)
{
    const int n_ = 19;
    int want = await set19(42);
    { STATE; b = await f(R(42)); EXPECT("="); ORDER("=", "RD"); }
    { STATE; int e = await timeout(10, b = f(R(42))); EXPECT("timeout"); ORDER("timeout", "DR"); if (e) puts("late"); }
    { STATE; int t_ = 7; await gather(l[0] = f(0), b = spoil(R(42)), t_ = f(3)); gp = &gs; gpp = &gi; EXPECT("gather"); ORDER("gather", "DR"); if (t_ != 3) puts("t"); }
    { STATE; int keep = HASH; int e = await timeout(1, b = never(R(42))); if (!e || keep != HASH) printf("late: %d\n", n_); ORDER("late", "DR"); }
}
static async int set20(int w) { STATE; a[await f(1)] = w; (void)w; return HASH; }
static async void dest20(void)
{
    const int n_ = 20;
    int want = await set20(42);
    { STATE; a[await f(1)] = await f(R(42)); EXPECT("="); ORDER("=", "RD"); }
    { STATE; int e = await timeout(10, a[await f(1)] = f(R(42))); EXPECT("timeout"); ORDER("timeout", "DR"); if (e) puts("late"); }
    { STATE; int t_ = 7; await gather(l[0] = f(0), a[await f(1)] = spoil(R(42)), t_ = f(3)); gp = &gs; gpp = &gi; EXPECT("gather"); ORDER("gather", "DR"); if (t_ != 3) puts("t"); }
    { STATE; int keep = HASH; int e = await timeout(1, a[await f(1)] = never(R(42))); if (!e || keep != HASH) printf("late: %d\n", n_); ORDER("late", "DR"); }
}
static async int set21(int w) { STATE; *({ await f(1); p; }) = w; (void)w; return HASH; }
static async void dest21(void)
{
    const int n_ = 21;
    int want = await set21(42);
    { STATE; *({ await f(1); p; }) = await f(R(42)); EXPECT("="); ORDER("=", "RD"); }
    { STATE; int e = await timeout(10, *({ await f(1); p; }) = f(R(42))); EXPECT("timeout"); ORDER("timeout", "DR"); if (e) puts("late"); }
    { STATE; int t_ = 7; await gather(l[0] = f(0), *({ await f(1); p; }) = spoil(R(42)), t_ = f(3)); gp = &gs; gpp = &gi; EXPECT("gather"); ORDER("gather", "DR"); if (t_ != 3) puts("t"); }
    { STATE; int keep = HASH; int e = await timeout(1, *({ await f(1); p; }) = never(R(42))); if (!e || keep != HASH) printf("late: %d\n", n_); ORDER("late", "DR"); }
}
static async int set22(int w) { STATE; (await fs(q))->bits = w; (void)w; return HASH; }
static async void dest22(void)
{
    const int n_ = 22;
    int want = await set22(42);
    { STATE; (await fs(q))->bits = await f(R(42)); EXPECT("="); ORDER("=", "RD"); }
    { STATE; int e = await timeout(10, (await fs(q))->bits = f(R(42))); EXPECT("timeout"); ORDER("timeout", "DR"); if (e) puts("late"); }
    { STATE; int t_ = 7; await gather(l[0] = f(0), (await fs(q))->bits = spoil(R(42)), t_ = f(3)); gp = &gs; gpp = &gi; EXPECT("gather"); ORDER("gather", "DR"); if (t_ != 3) puts("t"); }
    { STATE; int keep = HASH; int e = await timeout(1, (await fs(q))->bits = never(R(42))); if (!e || keep != HASH) printf("late: %d\n", n_); ORDER("late", "DR"); }
}
static async int set24(int w) { STATE; s.r[await f(1)] = w; (void)w; return HASH; }
static async void dest24(void)
{
    const int n_ = 24;
    int want = await set24(42);
    { STATE; s.r[await f(1)] = await f(R(42)); EXPECT("="); ORDER("=", "RD"); }
    { STATE; int e = await timeout(10, s.r[await f(1)] = f(R(42))); EXPECT("timeout"); ORDER("timeout", "DR"); if (e) puts("late"); }
    { STATE; int t_ = 7; await gather(l[0] = f(0), s.r[await f(1)] = spoil(R(42)), t_ = f(3)); gp = &gs; gpp = &gi; EXPECT("gather"); ORDER("gather", "DR"); if (t_ != 3) puts("t"); }
    { STATE; int keep = HASH; int e = await timeout(1, s.r[await f(1)] = never(R(42))); if (!e || keep != HASH) printf("late: %d\n", n_); ORDER("late", "DR"); }
}
static async int set25(int w) { STATE; *(i ? await fp(&n) : &m) = w; (void)w; return HASH; }
static async void dest25(void)
{
    const int n_ = 25;
    int want = await set25(42);
    { STATE; *(i ? await fp(&n) : &m) = await f(R(42)); EXPECT("="); ORDER("=", "RD"); }
    { STATE; int e = await timeout(10, *(i ? await fp(&n) : &m) = f(R(42))); EXPECT("timeout"); ORDER("timeout", "DR"); if (e) puts("late"); }
    { STATE; int t_ = 7; await gather(l[0] = f(0), *(i ? await fp(&n) : &m) = spoil(R(42)), t_ = f(3)); gp = &gs; gpp = &gi; EXPECT("gather"); ORDER("gather", "DR"); if (t_ != 3) puts("t"); }
    { STATE; int keep = HASH; int e = await timeout(1, *(i ? await fp(&n) : &m) = never(R(42))); if (!e || keep != HASH) printf("late: %d\n", n_); ORDER("late", "DR"); }
}
static async int set26(int w) { STATE; gv[await f(2)] = w; (void)w; return HASH; }
static async void dest26(void)
{
    const int n_ = 26;
    int want = await set26(42);
    { STATE; gv[await f(2)] = await f(R(42)); EXPECT("="); ORDER("=", "RD"); }
    { STATE; int e = await timeout(10, gv[await f(2)] = f(R(42))); EXPECT("timeout"); ORDER("timeout", "DR"); if (e) puts("late"); }
    { STATE; int t_ = 7; await gather(l[0] = f(0), gv[await f(2)] = spoil(R(42)), t_ = f(3)); gp = &gs; gpp = &gi; EXPECT("gather"); ORDER("gather", "DR"); if (t_ != 3) puts("t"); }
    { STATE; int keep = HASH; int e = await timeout(1, gv[await f(2)] = never(R(42))); if (!e || keep != HASH) printf("late: %d\n", n_); ORDER("late", "DR"); }
}
static async int set28(int w) { STATE; __builtin_choose_expr(1, a[await f(1)], m) = w; (void)w; return HASH; }
static async void dest28(void)
{
    const int n_ = 28;
    int want = await set28(42);
    { STATE; __builtin_choose_expr(1, a[await f(1)], m) = await f(R(42)); EXPECT("="); ORDER("=", "RD"); }
    { STATE; int e = await timeout(10, __builtin_choose_expr(1, a[await f(1)], m) = f(R(42))); EXPECT("timeout"); ORDER("timeout", "DR"); if (e) puts("late"); }
    { STATE; int t_ = 7; await gather(l[0] = f(0), __builtin_choose_expr(1, a[await f(1)], m) = spoil(R(42)), t_ = f(3)); gp = &gs; gpp = &gi; EXPECT("gather"); ORDER("gather", "DR"); if (t_ != 3) puts("t"); }
    { STATE; int keep = HASH; int e = await timeout(1, __builtin_choose_expr(1, a[await f(1)], m) = never(R(42))); if (!e || keep != HASH) printf("late: %d\n", n_); ORDER("late", "DR"); }
}
static async int set29(int w) { STATE; (await fs(q))->r[await f(1)] = w; (void)w; return HASH; }
static async void dest29(void)
{
    const int n_ = 29;
    int want = await set29(42);
    { STATE; (await fs(q))->r[await f(1)] = await f(R(42)); EXPECT("="); ORDER("=", "RD"); }
    { STATE; int e = await timeout(10, (await fs(q))->r[await f(1)] = f(R(42))); EXPECT("timeout"); ORDER("timeout", "DR"); if (e) puts("late"); }
    { STATE; int t_ = 7; await gather(l[0] = f(0), (await fs(q))->r[await f(1)] = spoil(R(42)), t_ = f(3)); gp = &gs; gpp = &gi; EXPECT("gather"); ORDER("gather", "DR"); if (t_ != 3) puts("t"); }
    { STATE; int keep = HASH; int e = await timeout(1, (await fs(q))->r[await f(1)] = never(R(42))); if (!e || keep != HASH) printf("late: %d\n", n_); ORDER("late", "DR"); }
}
static async int set30(int w) { STATE; *(await f(1), p) = w; (void)w; return HASH; }
static async void dest30(void)
{
    const int n_ = 30;
    int want = await set30(42);
    { STATE; *(await f(1), p) = await f(R(42)); EXPECT("="); ORDER("=", "RD"); }
    { STATE; int e = await timeout(10, *(await f(1), p) = f(R(42))); EXPECT("timeout"); ORDER("timeout", "DR"); if (e) puts("late"); }
    { STATE; int t_ = 7; await gather(l[0] = f(0), *(await f(1), p) = spoil(R(42)), t_ = f(3)); gp = &gs; gpp = &gi; EXPECT("gather"); ORDER("gather", "DR"); if (t_ != 3) puts("t"); }
    { STATE; int keep = HASH; int e = await timeout(1, *(await f(1), p) = never(R(42))); if (!e || keep != HASH) printf("late: %d\n", n_); ORDER("late", "DR"); }
}

/* Nobody reads them afterwards, and still the results need a place. */
static async int unread(void)
{
    int all = 0;
    {
        int a[2];
        struct S s[2];
        vec v;
        await gather(a[0] = f(1), a[1] = f(2), s[1].x = f(3), s[0].r[2] = f(4), v[1] = f(5));
    }
    {
        int a[2], n;
        await timeout(10, a[k(1)] = f(1));
        await race(n = f(7), a[0] = never(1));
        all += n * 0 + await race(a[0] = f(1), a[1] = never(2));
    }
    return all;
}

async int main(void)
{
    await dest0();
    await dest1();
    await dest2();
    await dest3();
    await dest4();
    await dest7();
    await dest8();
    await dest10();
    await dest11();
    await dest13();
    await dest14();
    await dest15();
    await dest16();
    await dest17();
    await dest19();
    await dest20();
    await dest21();
    await dest22();
    await dest24();
    await dest25();
    await dest26();
    await dest28();
    await dest29();
    await dest30();
    printf("%d\n", await unread());
    puts("done");
    return 0;
}
