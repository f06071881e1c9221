/* __extension__ of the user's own, in front of awaits and elsewhere. */
#include <asyncc.h>
#include <stdio.h>
static async int f(int x)
{
    __extension__ await async_yield();
    __extension__ __extension__ await async_yield();
    return x;
}

async int main(void)
{
    int a = __extension__ await f(1) + __extension__ 2;
    __extension__ (void)await f(2);
    a += __extension__ ({ __extension__ await f(3); });
    (void)__extension__ await f(4);
    printf("%d\n", a);
    (void)await f(5), a++;
    __extension__ (void)await f(5), a++;
    printf("%d\n", a);
    return 0;
}
