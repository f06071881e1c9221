/* pitfalls: 25, 47 */
/* Temporaries have the type of what they keep: promotions, conversions, widths, signs. */
#include <asyncc.h>
#include <limits.h>
#include <stdio.h>

static signed char c = -3;
static unsigned char uc = 250;
static short s = -300;
static unsigned u = UINT_MAX;
static long l = LONG_MAX - 5;
static unsigned long long ull = ULLONG_MAX;
static float f = 1.5f;
static double d = 1e300;
static long double ld = 1.25L;
static _Bool t = 1;
static struct { unsigned bits : 3; int sbits : 4; unsigned long long wide : 40; } bf = {7, -8, 1ull << 39};
enum color { RED, GREEN = 200 } color = GREEN;
static __int128 huge = (__int128)1 << 100;

static async int zero(void)
{
    await async_yield();
    c = 1, uc = 2, s = 3, u = 4, l = 5, ull = 6, f = 7, d = 8, ld = 9, t = 0, color = RED, huge = 0;
    bf.bits = 1, bf.sbits = 1, bf.wide = 1;
    return 0;
}

static void reset(void)
{
    c = -3, uc = 250, s = -300, u = UINT_MAX, l = LONG_MAX - 5, ull = ULLONG_MAX, f = 1.5f, d = 1e300, ld = 1.25L,
    t = 1, color = GREEN, huge = (__int128)1 << 100;
    bf.bits = 7, bf.sbits = -8, bf.wide = 1ull << 39;
}

async int main(void)
{
    printf("%d\n", c * 100 + await zero()), reset();
    printf("%d\n", uc + uc + await zero()), reset();
    printf("%d\n", s * 1000 + await zero()), reset();
    printf("%u\n", u + 0u + (unsigned)await zero()), reset();
    printf("%ld\n", l + 1 + await zero()), reset();
    printf("%llu\n", ull + (unsigned)await zero()), reset();
    printf("%d\n", (ull > 0) + await zero()), reset();
    printf("%g\n", (double)(f * 3 + (float)await zero())), reset();
    printf("%g\n", d * 2 + await zero()), reset();
    printf("%Lg\n", ld * 3 + await zero()), reset();
    printf("%d\n", t + t + await zero()), reset();
    printf("%d %d\n", (int)bf.bits + await zero(), bf.sbits), reset();
    printf("%d\n", bf.sbits * 2 + await zero()), reset();
    printf("%d\n", (bf.bits - 8 < 0) + await zero()), reset();
    printf("%llu\n", (unsigned long long)bf.wide + (unsigned)await zero()), reset();
    printf("%d\n", (int)color + await zero()), reset();
    printf("%d\n", (int)(huge >> 99) + await zero()), reset();
    printf("%d\n", (int)((huge + await zero()) >> 98)), reset();
    printf("%d\n", (uc << 1) + await zero()), reset();
    printf("%d\n", ~uc + await zero()), reset();
    printf("%d\n", 'a' + await zero() + (int)sizeof('a')), reset();
    const char *p = "pointer", *q = p + 3;
    printf("%d\n", (int)(q - p) + await zero());
    printf("%s\n", p++ + await zero() + 2);
    printf("%s\n", p);
    unsigned char narrow = (unsigned char)(uc + 10 + await zero());
    printf("%d\n", narrow);
    return 0;
}
