/* What gcc only warns of in old programs, and clang takes for errors. */
/* options: -Wno-return-type -Wno-implicit-function-declaration -Wno-return-mismatch -Wno-unknown-warning-option */
#include <asyncc.h>
#include <stdio.h>

static int side;

static async int nothing(int n)
{
    side += n;
    await async_yield();
    if (n)
        return;
    side += 10;
}

async int main(void)
{
    await nothing(0);
    await nothing(1);
    printf("%d\n", side);
    return 0;
}
