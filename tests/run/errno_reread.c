/* pitfalls: 50 */
/* errno and thread-local variables are read again after an await. */
#include <asyncc.h>
#include <errno.h>
#include <stdio.h>

static _Thread_local int local;

static async void set(int value)
{
    await async_yield();
    errno = value;
    local = value * 10;
}

static async int value(int v)
{
    await async_yield();
    return v;
}

async int main(void)
{
    errno = 1;
    local = 1;
    await set(7);
    printf("%d %d\n", errno, local);
    int sum = local + await value(5);
    errno = await value(3);
    local += await value(2);
    int e = errno;
    printf("%d %d %d\n", sum, e, local);
    errno += await value(4);
    e = errno;
    printf("%d\n", e);
    return 0;
}
