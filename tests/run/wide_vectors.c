/* options: -Wno-psabi */
/* Vectors as wide as a processor's registers, of 64 bytes: the frames that keep them over an await are aligned so. */
#include <asyncc.h>
#include <stdint.h>
#include <stdio.h>

typedef double eight __attribute__((vector_size(64)));
typedef int sixteen __attribute__((vector_size(64)));

struct beside {
    char tag;
    eight values;
};

static eight from(double first)
{
    return (eight){ first, first + 1, first + 2, first + 3, first + 4, first + 5, first + 6, first + 7 };
}

static async eight doubled(eight v)
{
    await async_yield();
    return v + v;
}

static async sixteen ranks(int first)
{
    sixteen all;
    int i;
    for (i = 0; i < 16; i++) {
        all[i] = first + i;
        if (i == 7)
            await async_yield();
    }
    return all;
}

static async double sum(int depth, struct beside s)
{
    char odd = 'o';
    eight kept = s.values, *place = &kept;
    struct beside copy = s;
    double total = 0;
    int i;
    copy.values += await doubled(kept);
    if (depth > 0)
        total = await sum(depth - 1, copy);
    for (i = 0; i < 8; i++)
        total += (*place)[i] + copy.values[i];
    return total + (odd == 'o') + (copy.tag == s.tag) + (double)((uintptr_t)place % _Alignof(eight));
}

async int main(void)
{
    double three[3];
    sixteen r = await ranks(5);
    struct beside s = { 't', from(1.5) };
    await gather(three[0] = sum(0, s), three[1] = sum(2, s), three[2] = sum(1, (struct beside){ 'u', await doubled(from(2)) }));
    printf("%.1f %.1f %.1f %d %d\n", three[0], three[1], three[2], r[0], r[15]);
    return 0;
}
