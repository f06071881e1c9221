/* A destination in a struct that is packed stands where no object of its type would. */
#include <asyncc.h>
#include <stdio.h>

typedef int vec __attribute__((vector_size(16)));
struct pair { unsigned a, b; };
struct bits { unsigned low : 5, high : 9; };
struct __attribute__((packed)) out { char c; unsigned v; struct pair pair; struct bits bits; double d; vec w; short *p; volatile int z; };
struct natural { char c; unsigned v; } __attribute__((packed, aligned(4)));
#pragma pack(push, 2)
struct by_two { char c; unsigned v; unsigned char bytes[3]; };
#pragma pack(pop)

static async unsigned same(unsigned v) { await async_yield(); return v; }
static async struct pair pair_of(unsigned v) { await async_yield(); return (struct pair){ v, v + 1u }; }
static async short *address(short *p) { await async_yield(); return p; }
static async void never(void) { await async_sleep(1000); }

static async unsigned local(unsigned x)
{
    struct tag { unsigned char d; unsigned a; struct { unsigned a, b; } in; unsigned r[2]; } __attribute__((packed)) t[2] = { { 1, 2, { 3, 4 }, { 5, 6 } } };
    await race(t[0].r[x] = same(3), never());
    await gather(t[x].a = same(4), t[x - 1].in.b = same(5), (t[x].r)[x - 1] = same(7));
    unsigned late = (unsigned)await timeout(10, t[x].r[await same(x)] = same(9));
    return late + t[0].r[x] * 10 + t[x].a * 100 + t[x - 1].in.b * 1000 + t[x].r[x] * 10000 + t[x].r[0] * 100000;
}

static async void pointed(struct out *o, unsigned x)
{
    short s = 8;
    struct out *p = &o[x];
    await gather(p->v = same(1), o[x].pair.b = same(2), p->d = same(3), p->w[x] = same(4), p->p = address(&s), p->z = same(5),
                 p->bits.high = same(6), o[x].bits.low = same(7), p->c = same(65));
    printf("%u %u %g %d %d %d %u %u %c\n", p->v, p->pair.b, p->d, p->w[1], *p->p, p->z, p->bits.high, p->bits.low, p->c);
    await race(p->pair = pair_of(10), never());
    await timeout(10, o[x].d = same(12));
    printf("%u %u %g\n", p->pair.a, p->pair.b, p->d);
}

static async void otherwise(struct natural *n, struct by_two *b)
{
    await gather(n->v = same(1), b[1].v = same(2), b[0].bytes[+n->c] = same(3));
    printf("%u %u %u\n", n->v, b[1].v, b[0].bytes[1]);
}

/* The types of the bit-fields' structs have no names. */
struct untagged { char c; struct { unsigned bits : 5, more : 20; } in; struct { unsigned inner; }; } __attribute__((packed));
static async unsigned nameless(unsigned x)
{
    struct untagged o[2] = { { 0 } }, *p = o;
    struct own { char c; struct { unsigned bits : 5, more : 20; } in; struct { unsigned inner; }; } __attribute__((packed)) t[2] = { { 0 } };
    await gather(t[x].in.more = same(4), p[x].in.more = same(5), t[x].inner = same(6), p[x].inner = same(7));
    return t[x].in.more + p[x].in.more * 10 + t[x].inner * 100 + p[x].inner * 1000;
}

async int main(void)
{
    static struct out o[2];
    struct natural n = { 1, 0 };
    struct by_two b[2] = { { 0 } };
    printf("%u\n", await local(1));
    await pointed(o, 1);
    await otherwise(&n, b);
    printf("%u\n", await nameless(1));
    return 0;
}
