/* Types that the head of an async function defines, with attributes from everywhere. */
#include <asyncc.h>
#include <stdio.h>

#define PACKED __attribute__((packed))
#define ALIGNED(n) __attribute__((aligned(n)))
#define NOTHING

static async struct plain { char c; int i; } plain(int x)
{
    await async_yield();
    return (struct plain){ 1, x };
}

static async struct PACKED before { char c; int i; } before(int x)
{
    await async_yield();
    return (struct before){ 1, x };
}

static async struct __attribute__((packed)) written { char c; int i; } __attribute__((aligned(2))) written(int x)
{
    await async_yield();
    return (struct written){ 1, x };
}

static async struct behind { char c; int i; } PACKED ALIGNED(2) NOTHING behind(int x)
{
    await async_yield();
    return (struct behind){ 1, x };
}

static async union PACKED both { struct PACKED inner { char c; long l; } inner; char text[3]; } *NOTHING
pointer(int x, union both *at)
{
    await async_yield();
    at->inner.l = x;
    return at;
}

static async enum PACKED small { SMALL_ONE = 1, SMALL_TWO } number(enum small x)
{
    await async_yield();
    return x == SMALL_ONE ? SMALL_TWO : SMALL_ONE;
}

async int main(void)
{
    union both both;
    struct before b = await before(2);
    struct written w = await written(3);
    struct behind h;
    await gather(h = behind(4));
    printf("%d %d %d %d ", (await plain(1)).i, b.i, w.i, h.i);
    printf("%ld %d\n", (await pointer(5, &both))->inner.l, await number(SMALL_ONE));
    printf("%zu %zu %zu %zu ", sizeof(struct plain), sizeof b, sizeof w, sizeof h);
    printf("%zu %zu %zu\n", sizeof both, sizeof(enum small), _Alignof(struct behind));
    return 0;
}
