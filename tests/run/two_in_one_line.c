/* pitfalls: 103, 78 */
/* Everything in few lines. */
#include <asyncc.h>
#include <stdio.h>
static async int f(int v) { await async_yield(); return v; } static async int g(int v) { return await f(v) + await f(1); }
static async int h(int v) { int s = 0; for (int i = 0; i < v; i++) { if (await f(i) == 1) continue; s += await g(i); } return s; }
async int main(void) { int n = await h(4); { int m = n; await async_yield(); n += m; } if (n) printf("%d\n", n); else await f(0); return 0; }
