/* no elision */
/* pitfalls: 56, 90 */
#include <asyncc.h>
#include <stdio.h>

static async int slow(double seconds, int v)
{
    defer printf("slow(%g) ends ", seconds);
    await async_sleep(seconds);
    return v;
}

static async void nothing(double seconds)
{
    await async_sleep(seconds);
    printf("nothing ");
}

static async int slow_cleanup(void)
{
    defer {
        await async_sleep(5);
        printf("cleaned up ");
    }
    await async_sleep(100);
    return 1;
}

struct result { int status, value; };

static async struct result guarded(double limit, double seconds)
{
    struct result r = {0, -1};
    r.status = await timeout(limit, r.value = slow(seconds, 7));
    return r;
}

static async int outer(void)
{
    defer printf("outer defer ");
    int n = 0;
    int status = await timeout(50, n = slow(100, 3));
    printf("never ");
    return status + n;
}

async int main(void)
{
    struct result r = await guarded(2, 1);
    printf("%d %d\n", r.status, r.value);
    r = await guarded(1, 2);
    printf("%d %d\n", r.status < 0, r.value);
    int n = 5, list[2] = {0, 0}, i = 0;
    if (await timeout(1, n = slow(2, 6)) != 0)
        printf("late %d\n", n);
    printf("%d\n", await timeout(3, list[i++] = slow(1, 8)));
    printf("%d %d\n", list[0], i);
    printf("%d ", await timeout(1, nothing(0.5)));
    printf("%d\n", await timeout(1, nothing(1.5)) < 0);
    double start = async_time();
    int status = await timeout(1, n = slow_cleanup());
    printf("%d %g %d\n", status < 0, async_time() - start, n);
    status = await timeout(1, slow(0.25, 1));
    printf("%d\n", status);
    task(int) t = create_task(outer());
    await async_sleep(10);
    task_cancel(t);
    await async_wait(&t, 1, ASYNC_ALL_COMPLETED);
    printf("cancelled: %d\n", task_status(t) != 0);
    task_unref(t);
    return 0;
}
