/*
 * What compilers say of the source, the translator says: here of each kind, at least once.
 */
#include <asyncc.h>
#include <stdio.h>
#include <stdlib.h>
struct s { int a[3]; };
static async int *address(void) { int here[3] = {0}; await async_yield(); return here; }
static async int *address2(int n) { await async_yield(); int *p = &n; return p; }
static async int plain(int n) { if (n) return 1; }
static async int unset(int n)
{
    int k;
    await async_yield();
    return k + n;
}
static async int unset2(int n)
{
#ifdef __clang__ /* gcc says nothing of the serial program */
    int k;
#else
    int k = 0;
#endif
    if (n) k = await unset(1);
    await async_yield();
    return k + n;
}
static async const char *name(void) { await async_yield(); return "x"; }
static async int late(void) { char *p; defer free(p); p = malloc(3); await async_yield(); printf("%d %s\n", 3L, p, 4); return 0; }
__attribute__((warn_unused_result)) static async int must(void) { await async_yield(); return 1; }
static async int shadows(int n) { int k = 1; { int k = n; await async_yield(); n += k; } return n + k; }
async int main(void)
{
    char *text; int n; const char *good;
    await gather(text = plain(1), n = name(), good = name());
    (void)text;
    await must();
    await timeout(1, n = name());
    if (await timeout(1, good = plain(2)) == 0) puts(good);
    char *q = await name();
    (void)q;
    int fine = await plain("x");
    task(int) t = create_task(plain("y"));
    text = await join(t);
    await address(); await address2(3); await unset2(1); await late(); await shadows(3);
    return fine + n;
}
