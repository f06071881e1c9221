/* no elision */
/* order of tasks */
/* first_ok: the first item without a negative value wins; what has failed does not, and all may. */
#include <asyncc.h>
#include <limits.h>
#include <stdio.h>

static async int slow(double seconds, int v)
{
    defer printf("(%d ends) ", v);
    await async_sleep(seconds);
    return v;
}

static async long long wide(double seconds, long long v)
{
    await async_sleep(seconds);
    return v;
}

static async int at_once(int v)
{
    return v;
}

static async int cancelled(void)
{
    task(int) t = create_task(slow(100, 99));
    await async_yield();
    task_cancel(t);
    return await join(t);
}

async int elsewhere(double seconds, int v);

static async int any(int a, int b, int c)
{
    int x = 7, y = 8, z = 9;
    int number = await first_ok(x = slow(1, a), y = elsewhere(2, b), z = slow(3, c));
    printf("%d: %d %d %d\n", number, x, y, z);
    return number;
}

static async int items(void)
{
    int a = 0, b = 0, late = 0, which = 0;
    task(int) failing = create_task(slow(1, -5)), good = create_task(slow(4, 6));
    printf("%d ", await first_ok(a = join(failing), late = timeout(2, b = slow(3, 1)), which = race(slow(9, 1), slow(8, 2)), b = shield(good)));
    printf("a=%d b=%d late=%d which=%d\n", a, b, late, which);
    printf("%d ", await first_ok(which = first_ok(slow(1, -1), slow(2, -2)), a = slow(3, 3)));
    printf("a=%d which=%d\n", a, which);
    printf("%d ", await first_ok(late = timeout(5, a = slow(1, -4)), b = slow(2, 2))); /* the timeout's value is 0: a counts for nothing */
    printf("a=%d b=%d late=%d\n", a, b, late);
    return 0;
}

static async int outer(double seconds)
{
    return await first_ok(slow(seconds, -1), slow(seconds, 1));
}

static async int all_cancelled(void)
{
    task(int) t = create_task(cancelled());
    return await first_ok(join(t), cancelled());
}

async int main(void)
{
    await any(1, 2, 3);
    await any(-1, 2, 3);
    await any(-1, -2, 3);
    await any(-1, -2, -3);
    long long w = 0;
    int n = 0;
    printf("%d ", await first_ok(w = wide(1, -0x100000000), n = slow(2, 4)));
    printf("%lld %d\n", w, n);
    printf("%d\n", await first_ok(wide(1, LLONG_MIN)) == INT_MIN);
    printf("%d ", await first_ok(w = wide(1, 0x1ffffffff), n = slow(2, 4)));
    printf("%lld %d\n", w, n);
    printf("%d\n", await first_ok(at_once(-1), at_once(0), at_once(2)));
    printf("%d\n", await first_ok(cancelled(), slow(1, -8)));
    async int (*pointer)(int) = at_once;
    printf("%d\n", await first_ok(pointer(-3), cancelled()));
    await items();
    printf("%d ", await timeout(1, n = outer(2)));
    printf("%d ", await timeout(3, n = outer(2)));
    printf("%d\n", n);
    for (int i = -2; i < 2; i++)
        switch (await first_ok(at_once(i), at_once(i + 1))) {
        case 0:
            printf("first ");
            break;
        case 1:
            printf("second ");
            break;
        default:
            printf("none ");
        }
    puts("");
    task(int) t = create_task(all_cancelled());
    printf("%d\n", await async_wait(&t, 1, ASYNC_ALL_COMPLETED));
    printf("%d\n", task_status(t) < 0);
    task_unref(t);
    return 0;
}

async int elsewhere(double seconds, int v)
{
    await async_sleep(seconds);
    return v;
}
