/* What stands under a condition that only the C compiler fulfils is not seen by the translator, which decides as clang 4.2.1
   would; the condition stays in the output. A local that is used there only is not kept across the await. */
#include <asyncc.h>
#include <stdio.h>

/* refused: not what was translated */
static async int f(int v)
{
    int kept = v * 2, plain = v;
    await async_yield();
#if __GNUC__ >= 5
    plain += kept;
#endif
    return plain;
}

async int main(void)
{
    printf("%d\n", await f(21));
    return 0;
}
