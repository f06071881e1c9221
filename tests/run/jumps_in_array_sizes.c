/* no elision */
/* A return in the size of an array of variable length, as a macro that tries has it. */
#include <asyncc.h>
#include <stdio.h>
#include <string.h>
#define TRY(...) ({ unsigned e_ = (__VA_ARGS__); if (e_ % 5u == 0u) return e_; e_; })
static async unsigned same(unsigned v) { await async_yield(); return v; }
static async unsigned c(unsigned here)
{
    unsigned hash = here;
    unsigned p[(TRY(here)) % 3u + 2u];
    memset(p, 0, sizeof p);
    return hash + 100;
}
static async unsigned d(unsigned here)
{
    unsigned hash = await same(here);
    unsigned p[(TRY(here)) % 3u + 2u];
    memset(p, 0, sizeof p);
    return hash + 100+p[0];
}
static async unsigned e(unsigned here)
{
    unsigned p[(TRY(here)) % 3u + 2u];
    memset(p, 0, sizeof p);
    unsigned hash = await same(here);
    return hash + 100+p[0];
}
static async unsigned g(unsigned here)
{
    unsigned p[(TRY(await same(here))) % 3u + 2u];
    memset(p, 0, sizeof p);
    unsigned hash = await same(here);
    return hash + 100+p[0];
}
static async unsigned h(unsigned here)
{
    printf("h\n");
    unsigned p[here + 1u][(TRY(here)) % 3u + 2u], q[3][TRY(here + 1u)];
    memset(p, 0, sizeof p);
    unsigned hash = await same(here);
    return hash + 100+p[0][1] + sizeof q[0];
}
static async unsigned i(unsigned here)
{
    unsigned hash = await same(here);
    hash += (unsigned)sizeof(unsigned[TRY(here)]);
    return hash + 100;
}
static async unsigned j(unsigned here)
{
    unsigned w[2];
    unsigned (*p)[(TRY(here)) % 3u + 2u] = (void *)w;
    unsigned hash = await same(here) + (unsigned)sizeof *p;
    return hash + 100;
}
static async unsigned k(unsigned here)
{
    defer printf("left\n");
    unsigned p[(TRY(here)) % 3u + 2u];
    memset(p, 0, sizeof p);
    return p[0];
}
async int main(void)
{
    for (unsigned x = 1; x < 7; x++)
        printf("%u %u %u %u %u %u %u %u\n", await c(x), await d(x), await e(x), await g(x), await h(x), await i(x), await j(x), await k(x));
    return 0;
}
