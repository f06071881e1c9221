/* Macros that mention themselves, and macros that are called as keywords: each is expanded once, in the user's text only. */
#define _GNU_SOURCE
#include <asyncc.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
static int reads, counter = 1, n, ifs, whiles, gotos;
#define counter (*({ reads++; &counter; }))
#define CHECK(x) do { if (!(x)) printf("wrong %d\n", __LINE__); checks += await f(1); } while (0)
static async int f(int x) { await async_yield(); return x; }
static int both(int a, int b) { return a * 10 + b; }
#define return n++; return
#define if(c) if (ifs++, (c))
static async int g(int x)
{
    int checks = 0;
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = SIG_DFL;
    CHECK(action.sa_handler == SIG_DFL);
    CHECK(action.sa_handler != SIG_IGN);
    if (await f(x) && x) { return checks + await f(counter); }
    return 0;
}
#undef return
#undef if
#define while(c) while (whiles++, (c))
#define goto gotos++; goto
static async int h(int x)
{
    int i = 0;
    while (i < await f(x)) i++;
again:
    if (i < 6) { await f(i++); goto again; }
    return i;
}
#undef while
#undef goto
async int main(void)
{
    int a = both(counter, await f(1));
    printf("%d %d\n", a, reads);
    a = await g(1);
    printf("%d %d %d %d\n", a, reads, n, ifs);
    a = await h(3);
    printf("%d %d %d\n", a, whiles, gotos);
    return 0;
}
