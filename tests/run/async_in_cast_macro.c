/* A macro is a cast, and says async of something else that stands in it. */
#include <asyncc.h>
#include <stdio.h>

static async unsigned same(unsigned value)
{
    await async_yield();
    return value;
}

#define narrowed(value) (unsigned char)({ async unsigned (*f)(unsigned) = same; await f(value); })
#define called(value) (await ((async unsigned (*)(unsigned))(void *)same)(value))

async int main(void)
{
    printf("%d %u\n", narrowed(257), called(258));
    return 0;
}
