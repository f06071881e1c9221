/* Each token is in the line that it has in the source, behind whatever the translation wrote in front of it. */
#include <asyncc.h>
#include <stdio.h>

#define HERE printf("%d ", __LINE__)
#define PASS(e) (e)

static async int f(int x)
{
    await async_yield();
    return x;
}

static int sum(int a, int b, int c, int d)
{
    return a * 1000000 + b * 10000 + c * 100 + d;
}

static async int loops(int n)
{
    for (int i = 0; i < n; i++) await f(i); HERE;
    for (int i = 0; i < n; i += await f(1)) HERE; HERE;
    while (await f(n--) > 0) HERE; HERE;
    do HERE; while (await f(n++) < 1); HERE;
    do { HERE; } while (({ HERE; await f(n++); }) < 1); HERE;
    for (int i = await f(0), k = 2; i < k; i++) { HERE; if (i) continue; HERE; } HERE;
    return n;
}

static async int branches(int n)
{
    if (n == await f(1)) HERE; else HERE; HERE;
    if (n == 1) { await f(1); } else HERE; HERE;
    if (n == 1) await f(1);
    else if (HERE, n == 2) await f(2); else HERE; HERE;
    switch (await f(n)) { case 1: HERE; await f(1); HERE; break; case 2: if (await f(0)) return 5; HERE; break; case 3: HERE; break; default: await f(0); HERE; } HERE;
    if (n > await f(2)) goto out; HERE;
out: HERE; await f(1); HERE;
    { int n = await f(3); HERE; (void)n; } HERE;
    if (n == 3) return await f(__LINE__); HERE; return __LINE__ + await f(0);
}

static async int operands(int n)
{
    int a = sum(__LINE__,
                __LINE__, await f(__LINE__),
                __LINE__);
    int b = await f(n +
                    __LINE__
                    ) + sum(0, __LINE__, await
                            f(__LINE__), 0)
        + __LINE__; HERE;
    int c = PASS(
        await f(1) ? await f(2) : 0
        ) + __LINE__, d = n &&
        await f(0)
        || n < __LINE__; int e = __LINE__;
    int list[] = { await f(__LINE__),
                   __LINE__ }, *last = &list[
        1], g = ({ int s = await f(1); HERE; s + __LINE__; }) +
        __LINE__; HERE;
    n = (await f(1), __LINE__) + (
        await f(0) ||
        (HERE, 1)); HERE;
    printf("%d %d %d %d %d %d %d %d %d\n", a, b, c, d, e, list[0], list[1], *last, g);
    return n;
}

static async void ends(void) { await f(1); HERE; } static int between(void) { return __LINE__; }

async int main(void)
{
    int n = await loops(2); printf("%d %d\n", n, __LINE__);
    for (int i = 1; i <= 4; i++) printf("%d %d\n", await branches(i), __LINE__);
    printf("%d %d\n", await operands(3), __LINE__); await ends(); printf("%d\n", between());
    return 0;
}
