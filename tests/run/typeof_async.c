/* Pointers to async functions whose types come from __typeof__ of one. */
#include <asyncc.h>
#include <stdio.h>

static async int twice(int x)
{
    await async_yield();
    return 2 * x;
}

static int plain(int x)
{
    return x + 1;
}

typedef __typeof__(twice) function;
typedef __typeof__(&twice) pointer;
typedef pointer again;
static __typeof__(twice) *table[] = { twice, twice }, *one = twice;
static __typeof__(table) other = { twice, twice };
static __typeof__(plain) *plain_one = plain;

struct holder {
    __typeof__(twice) *member;
    __typeof__(table[0]) members[2];
    __typeof__(plain(0)) number;
};

extern __typeof__(twice) *elsewhere;
__typeof__(twice) *elsewhere = twice;

static async int call(__typeof__(twice) *f, pointer g, function h, __typeof__(one) i, int x)
{
    return await f(x) + await g(x) + await h(x) + await i(x);
}

static async int of_members(struct holder *holder, int x)
{
    __typeof__(holder->member) member = holder->member;
    __typeof__(*holder) copy = *holder;
    return await holder->member(x) + await holder->members[1](x) + await member(x) + await copy.member(x);
}

async int main(void)
{
    struct holder holder = { twice, { twice, twice }, 3 };
    pointer p = twice;
    again q = p;
    function *r;
    r = q;
    __typeof__(int (*)(int)) s = plain;
    int a = await table[await one(0)](1), b = await other[1](2), c = await p(3) + await q(4) + await r(5);
    int d = await call(r, p, twice, *table, 6), e = await of_members(&holder, 7), f = await elsewhere(8);
    int g;
    await gather(g = one(9), twice(1));
    task(int) t = create_task(holder.member(10));
    printf("%d %d %d %d %d %d %d %d %d\n", a, b, c, d, e, f, g, await join(t), plain_one(s(holder.number)));
    return 0;
}
