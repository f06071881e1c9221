/* no elision */
/* pitfalls: 87, 90 */
/* A cancelled task ends at its await: every frame's defers, innermost first, and nothing else. */
#include <asyncc.h>
#include <stdio.h>

static async void innermost(void)
{
    defer printf("innermost defer\n");
    {
        defer printf("inner block defer\n");
        printf("sleeps\n");
        await async_sleep(100);
        printf("never\n");
    }
    printf("never\n");
}

static async int middle(void)
{
    defer {
        printf("middle defer begins\n");
        await async_sleep(1);
        printf("middle defer ends\n");
    }
    {
        defer printf("not active any more\n");
    }
    await innermost();
    defer printf("never reached\n");
    printf("never\n");
    return 1;
}

static async int outer(void)
{
    defer printf("outer defer\n");
    int v = await middle() + 5;
    printf("never %d\n", v);
    return v;
}

static async void in_loop(void)
{
    for (int i = 0;; i++) {
        defer printf("turn %d ends\n", i);
        await async_sleep(1);
    }
}

static async void not_begun(void)
{
    defer printf("never\n");
    printf("never\n");
    await async_yield();
}

async int main(void)
{
    task(int) a = create_task(outer());
    await async_sleep(1);
    printf("cancel: %d\n", task_cancel(a));
    printf("done: %d\n", task_done(a));
    await async_wait(&a, 1, ASYNC_ALL_COMPLETED);
    printf("done: %d, cancelled: %d\n", task_done(a), task_status(a) != 0);
    printf("cancel again: %d\n", task_cancel(a));
    task_unref(a);

    task(void) b = create_task(in_loop());
    await async_sleep(2.5);
    task_cancel(b);
    await async_wait(&b, 1, ASYNC_ALL_COMPLETED);
    task_unref(b);

    task(void) c = create_task(not_begun());
    task_cancel(c);
    await async_wait(&c, 1, ASYNC_ALL_COMPLETED);
    printf("done: %d\n", task_done(c));
    task_unref(c);
    return 0;
}
