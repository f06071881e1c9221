/* no elision */
/* The same where a defer leaves its place, and in what only the translation has. */
#include <asyncc.h>
#include <stdio.h>

#define HERE printf("%d ", __LINE__)

static async int f(int x)
{
    await async_yield();
    return x;
}

static async int jumps(int n)
{
    for (int i = 0; i < n; i++) {
        defer { HERE; await f(1); HERE; } HERE;
        defer HERE; HERE;
        if (i) continue; HERE;
        if (n > 3) break; HERE; await f(0); HERE;
        defer
            printf("%d ",
                   __LINE__); if (n == 3) return HERE, __LINE__; HERE;
    } HERE;
    { defer HERE; await f(1); HERE; } HERE;
    return n;
}

static async int together(void)
{
    int a, b = 0, c[2];
    await gather(a = f(__LINE__), c[0] = f(__LINE__),
           c[1] = f(
               __LINE__)); HERE;
    await timeout(1, b = f(__LINE__)); HERE;
    await race(a = f(a), b = f(b),
         *(HERE, &c[0]) = f(c[0])); HERE;
    task(int) t = create_task(f(__LINE__)); HERE; a = await join(t); HERE;
    printf("%d %d %d\n", a, b, c[1]);
    return 0;
}

async int main(void)
{
    for (int i = 1; i < 5; i++) printf("%d\n", await jumps(i));
    await together(); return 0;
}
