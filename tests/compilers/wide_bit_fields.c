/* Bit-fields wider than int: gcc computes with them in as many bits as they have, clang in those of the declared type. */
#include <asyncc.h>
#include <stdio.h>

struct wide {
    unsigned long long u40 : 40;
    long long s40 : 40;
    unsigned long long u36 : 36;
    unsigned narrow : 5;
};

static struct wide s = { (1ull << 40) - 1, -1, (1ull << 36) - 1, 31 };

static async int one(void)
{
    await async_yield();
    return 1;
}

static async unsigned long long long_one(void)
{
    await async_yield();
    return 1;
}

static void show(unsigned long long first, unsigned long long second)
{
    printf("%llx %llx\n", first, second);
}

async int main(void)
{
    struct wide *p = &s;
    show(s.u40 << await one(), p->s40 << await one());
    show(s.u40 + await one(), (s.u40 + 1) + await one());
    show(s.u40 + await long_one(), (s.u40 << 8) + await long_one());
    show((s.s40 | s.u36) << await one(), ~s.u36 << await one());
    show((await one() ? s.u40 : s.u36) << 8, (s.u40 ?: await one()) << 8);
    show((await one(), s.u40) << 8, ({ await one(); s.u40; }) << 8);
    show((s.u40 += 2) + await one(), (s.u36 = 1ull << 35) + await one() + s.u36);
    show(s.narrow << await one(), (s.narrow == 31) + await one());
    return 0;
}
