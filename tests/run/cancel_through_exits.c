/* no elision */
/* pitfalls: 81, 82, 84, 85, 86 */
/* Cancellation while a block is being left by return, break, continue, goto: the exit does not go on. */
#include <asyncc.h>
#include <stdio.h>

static async void slow(const char *name)
{
    printf("%s begins ", name);
    defer printf("%s ends ", name);
    await async_sleep(10);
    printf("(%s slept) ", name);
}

static async int by_return(void)
{
    defer printf("outer ");
    {
        defer await slow("defer");
        return 5;
    }
}

static async void by_break(void)
{
    for (int i = 0; i < 3; i++) {
        defer printf("first ");
        defer await slow("defer");
        break;
    }
    printf("after the loop ");
}

static async void by_continue(void)
{
    defer printf("outer ");
    for (int i = 0; i < 3; i++) {
        defer await slow("defer");
        continue;
    }
    printf("after the loop ");
}

static async void by_goto(void)
{
    {
        defer printf("first ");
        defer await slow("defer");
        goto out;
    }
out:
    printf("out ");
}

static async void by_end(void)
{
    {
        defer printf("first ");
        defer await slow("defer");
    }
    printf("after ");
}

static async void by_nothing(void)
{
    defer await slow("second");
    defer await slow("first");
    await async_sleep(100);
    printf("never ");
}

#define RUN(call)                                                                                                      \
    do {                                                                                                               \
        task(__typeof__(call)) t = create_task(call);                                                                  \
        await async_sleep(5);                                                                                          \
        task_cancel(t);                                                                                                \
        await async_wait(&t, 1, ASYNC_ALL_COMPLETED);                                                                  \
        printf("cancelled: %d\n", task_status(t) != 0);                                                                \
        task_unref(t);                                                                                                 \
    } while (0)

async int main(void)
{
    RUN(by_return());
    RUN(by_break());
    RUN(by_continue());
    RUN(by_goto());
    RUN(by_end());
    task(void) t = create_task(by_nothing());
    await async_sleep(5);
    task_cancel(t);
    await async_sleep(5);
    task_cancel(t);
    await async_sleep(5);
    printf("done: %d ", task_done(t));
    await async_wait(&t, 1, ASYNC_ALL_COMPLETED);
    printf("cancelled: %d\n", task_status(t) != 0);
    task_unref(t);
    return 0;
}
