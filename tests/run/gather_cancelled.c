/* no elision */
/* pitfalls: 87 */
/* Cancelling a gather cancels all of its calls and waits until they have ended. */
#include <asyncc.h>
#include <stdio.h>

static async int child(int v, double cleanup)
{
    defer {
        printf("child %d cleans up\n", v);
        await async_sleep(cleanup);
        printf("child %d ended\n", v);
    }
    await async_sleep(v);
    printf("child %d slept\n", v);
    return v;
}

static async void parent(int *result)
{
    defer printf("parent ends\n");
    int a = 0, b = 0, c = 0;
    await gather(a = child(1, 1), b = child(10, 3), c = child(20, 1));
    *result = a + b + c;
    printf("never\n");
}

async int main(void)
{
    int result = -1;
    task(void) t = create_task(parent(&result));
    await async_sleep(5);
    task_cancel(t);
    await async_wait(&t, 1, ASYNC_ALL_COMPLETED);
    printf("%d %g\n", result, async_time() > 0 ? 1.0 : 0.0);
    task_unref(t);
    return 0;
}
