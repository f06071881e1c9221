/* no elision */
/* order of tasks */
/*
 * Deadlines inside deadlines, and cancels that come in the very turn in which the call ends or the time is over:
 * the outer one always wins, a cancel is never swallowed, a result never lost but for a cancel.
 * CPython #86296: a cancel that comes when the awaited call has just ended. #84849: both at once.
 */
#include <asyncc.h>
#include <asyncc/sync.h>
#include <stdio.h>

static async int number(double seconds, int v)
{
    await async_sleep(seconds);
    return v;
}

static async int stubborn(double seconds, int v)
{
    defer await async_sleep(1);
    await async_sleep(seconds);
    return v;
}

static int inner_status, value;

static async int inner(double limit, double seconds, int v)
{
    inner_status = 99;
    value = -1;
    int got = -1;
    inner_status = await timeout(limit, got = stubborn(seconds, v));
    return value = got;
}

/* ---- #86296: wait_for(inner()) whose task is cancelled after every number of turns ---- */

static async int at_once(void)
{
    return 1;
}

static struct async_event event;

static async int when_set(void)
{
    await async_event_wait(&event);
    return 2;
}

static async int limited(void)
{
    int n = 0, status = await timeout(50, n = when_set());
    return status ? status : n;
}

static int passed;

static async void guarded(int kind)
{
    int n = 0, status = 0;
    switch (kind) {
    case 0: status = await timeout(100, n = at_once()); break;
    case 1: status = await timeout(100, n = when_set()); break;
    case 2: status = await timeout(1, n = number(1, 3)); break;
    default: status = await timeout(100, n = limited()); break;
    }
    passed = status == 0 ? n : status;
    await async_sleep(10);
    passed = 100;
}

static async void cancelled_after(int kind, int turns, int set_first)
{
    event = (struct async_event)ASYNC_EVENT_INIT;
    passed = 0;
    task(void) t = create_task(guarded(kind));
    for (int i = 0; i < turns; i++)
        await async_yield();
    if (set_first)
        async_event_set(&event);
    task_cancel(t);
    if (!set_first)
        async_event_set(&event);
    await async_wait(&t, 1, ASYNC_ALL_COMPLETED);
    if (task_status(t) >= 0 || passed == 100)
        printf("kind %d: the cancel after %d turns was swallowed\n", kind, turns);
    task_unref(t);
}

/* ---- a deadline that falls due together with the result ---- */

static async void together(void)
{
    int n = -1, status = await timeout(2, n = number(2, 7));
    printf("%s\n", status == 0 ? n == 7 ? "result" : "lost" : n == -1 ? "timeout" : "both");
    status = await timeout(2, n = number(1.99, 8));
    printf("%d %d\n", status, n);
    status = await timeout(-1, n = at_once()); /* done before the time is looked at */
    printf("%d %d\n", status, n);
}

async int main(void)
{
    int n = 0;
    printf("%d ", await timeout(1, n = inner(50, 10, 1)) < 0); /* the outer one is first */
    printf("%d %d %d\n", inner_status, value, n);
    printf("%d ", await timeout(50, n = inner(1, 10, 2)) < 0); /* the inner one */
    printf("%d %d %d\n", inner_status < 0, value, n);
    printf("%d ", await timeout(1, n = inner(1, 10, 3)) < 0); /* both at once */
    printf("%d %d\n", inner_status, n);
    printf("%d ", await timeout(1.5, n = inner(1, 10, 4)) < 0); /* the outer one while the inner one cleans up */
    printf("%d %d\n", inner_status, n);
    printf("%d ", await timeout(0, n = inner(0, 10, 5)) < 0);
    printf("%d %d\n", inner_status, n);
    double start = async_time();
    int s1 = 9, s2 = 9, s3 = await timeout(3, s2 = inner(2, 1, 6));
    printf("%d %d %d %.0f\n", s1, s2, s3, async_time() - start);
    for (int kind = 0; kind < 4; kind++)
        for (int turns = 0; turns < 8; turns++) {
            await cancelled_after(kind, turns, 0);
            await cancelled_after(kind, turns, 1);
        }
    await together();
    return 0;
}
