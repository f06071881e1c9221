/* What an option defines is seen in the translation, whatever the option looks like. */
/* flags: | -funsigned-char | -mavx2 -fPIC | -Wp,-DOTHER,-DKEEP=1 | -Xpreprocessor -DKEEP | -DKEEP -UKEEP */
/* refused: not what was translated */
#include <asyncc.h>
#include <stdio.h>

static async int f(int x)
{
    int is_unsigned = x + 2, wide = x + 3, told = x + 4, pic = x + 5;
    await async_yield();
    (void)is_unsigned, (void)wide, (void)told, (void)pic;
#ifdef __CHAR_UNSIGNED__
    x += 100 * is_unsigned;
#elif defined(NEVER)
    x += 1;
#endif
#ifdef __AVX2__
    x += 1000 * wide;
#endif
#ifdef KEEP
    x += 10000 * told;
#else
    x += 7;
#endif
#ifdef __PIC__
    x += 100000 * pic;
#endif
    await async_yield();
    return x;
}

async int main(void)
{
    printf("%d\n", await f(1));
    return 0;
}
