/* A local that a jump leads past its declaration is alive over awaits that stand before that. */
#include <asyncc.h>
#include <stdio.h>

async int keeps(int k)
{
    int n = 0, sum = 0;
again:
    await async_yield();
    if (k)
        goto past;
    int m, unread = 5;
    m = 3 + unread;
    k = 1;
past:
    m++;
    sum += m;
    await async_yield();
    if (n++ < 2)
        goto again;
    return sum;
}

async int never_read(int k)
{
    await async_yield();
    if (k)
        goto past;
    const int m = k + 7;
past:
    return k ? k : m;
}

async int nested(int k)
{
    int sum = 0;
    for (int i = 0; i < 3; i++) {
again:
        await async_yield();
        if (k > 1)
            goto past;
        struct { int a, b; } pair = {i, 2};
past:
        sum += k > 1 ? i : pair.a + pair.b;
        if (k++ == 0)
            goto again;
    }
    return sum;
}

async int main(void)
{
    printf("%d %d %d %d\n", await keeps(0), await never_read(0), await never_read(1), await nested(0));
    return 0;
}
