/* Names that end in an underscore, and hide each other. */
#include <asyncc.h>
#include <stdio.h>

static async int same(int value)
{
    await async_yield();
    return value;
}

#define twice(value) ({ int v_ = (value); v_ + await same(v_); })

async int main(void)
{
    int o_ = 1, o_2 = 2;
    printf("%d\n", twice(twice(o_)));
    {
        int o_ = o_2;
        printf("%d\n", twice(await same(o_)));
    }
    return o_ - 1;
}
