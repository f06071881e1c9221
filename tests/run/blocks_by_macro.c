/* One macro ends a block, a statement, and begins the next: what is on its both sides is translated. */
#include <asyncc.h>
#include <stdio.h>
#define ELSE } else {
#define NEXT } {
#define AGAIN } while (0); do {
#define CATCH } while (0); if (e) {
#define CASE(n) break; } case n: {
#define OUT_IN } } { {
#define BUMP_END e++; }
#define END }
#define ONE_ELSE 1; } else {
#define ONE_MORE 1; e++
#define ONE_CLOSE 1; }
#define ONE_OTHERWISE 1; else
#define ONE_OTHERWISE_DO(x) x; else e = 
static int e = 1;
static async int f(int x) { await async_yield(); return x; }
static async int a(int x)
{
    int r = 0;
    if (x) { r = await f(1); ELSE r = await f(0); }
    if (x) { r += await f(1); ELSE r += 7; }
    if (x) { r += 3; ELSE r += await f(20); }
    return r;
}
static async int b(int x)
{
    if (x) { await f(1); ELSE return 5; }
    return 6;
}
static async int c(void) { int r = 0; { int a = await f(1); r += a; NEXT int a = await f(2); r += a; } return r; }
static async int d(int x)
{
    int r = 0;
    do { r += await f(1); AGAIN r += await f(2); } while (0);
    do { r += await f(1); CATCH r += await f(2); }
    switch (x) { case 0: { r += await f(10); CASE(1) r += await f(20); CASE(2) return 100; } }
    { { r += await f(1); OUT_IN r += await f(2); } }
    return r;
}
static async int g(int x, int n)
{
    if (x) { int v[n]; v[n - 1] = await f(1); if (n == 2) return v[1]; ELSE int w[n + 1]; w[n] = await f(5); return w[n]; }
    return 6;
}
static async int h(int x)
{
    int kept = 3, *p = &kept;
    if (x) { kept++; ELSE kept--; }
    await f(1);
    if (x) { e += 2; await f(1); BUMP_END
    while (x) { x--; if (await f(x)) continue; END
    return kept + *p;
}
static async int i(int x)
{
    if (x > 1) { return x + ONE_ELSE return 2; }
    return 3;
}
static async int j(int x)
{
    int r = 0;
    if (x > 1) { r = await f(x) + ONE_ELSE r = await f(2); }
    r += await f(x) + ONE_MORE;
    if (x > 1) { r += await f(x) + ONE_CLOSE
    if (x > 1) r += await f(x) + ONE_OTHERWISE r += await f(7);
    if (x > 1) r += await f(x) + ONE_OTHERWISE_DO(1) 3;
    return r;
}
static async int k(int x)
{
    if (x > 2) { return x + ONE_CLOSE
    if (x > 1) return await f(x) + ONE_OTHERWISE return await f(7);
    return x + ONE_MORE;
}
async int main(void)
{
    for (int x = 0; x < 4; x++) {
        printf("a %d\n", await a(x));
        printf("b %d\n", await b(x));
        printf("c %d\n", await c());
        printf("d %d\n", await d(x));
        printf("g %d\n", await g(x, x + 1));
        printf("h %d\n", await h(x));
        printf("i %d\n", await i(x));
        printf("j %d\n", await j(x));
        printf("k %d\n", await k(x));
    }
    return 0;
}
