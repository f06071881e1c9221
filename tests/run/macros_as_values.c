/* What is returned or deferred is written in another place: with the macro that passes it on, not only its argument. */
#include <asyncc.h>
#include <stdio.h>

#define SAME(x) x
#define ALL(...) __VA_ARGS__
#define RETURN return
#define RETURN_IT(x) return x

static int deferred;

static async int returns(int v)
{
    await async_yield();
    if (v == 0)
        return SAME(7);
    if (v == 1)
        return ALL(SAME(v));
    if (v == 2) {
        RETURN SAME(v);
    }
    if (v == 3)
        RETURN_IT(SAME(v));
    return SAME(v) /* and */ ;
}

static async int defers(int v)
{
    await async_yield();
    defer SAME(deferred++);
    defer ALL(deferred = deferred * 3, SAME(deferred += v));
    return deferred;
}

async int main(void)
{
    for (int v = 0; v < 5; v++)
        printf("%d\n", await returns(v));
    printf("%d\n", await defers(4));
    printf("%d\n", deferred);
    return 0;
}
