/* no elision */
/* More requests to cancel than a task's flags have room for: none is lost, and none is taken for another. */
#include <asyncc.h>
#include <stdio.h>

enum { DEPTH = 100, CANCELS = 70 };

/* All of them are due in one turn: the outermost ends it, and the ones inside do not take its cancel for their own. */
static async int nest(int level)
{
    if (level == 0) {
        await async_sleep(1000);
        return 0;
    }
    int value = 0, status = await timeout(1, value = nest(level - 1));
    if (status < 0) {
        printf("level %d of %d goes on\n", level, DEPTH);
        await async_sleep(2);
    }
    return value;
}

static async void slow(void)
{
    await async_sleep(10);
}

static async void last(void)
{
    await timeout(1, slow());
    await async_yield();
    puts("never: a cancel came from outside");
}

static async void stubborn(int n)
{
    if (n == 0) {
        await last();
        return;
    }
    defer await stubborn(n - 1);
    await async_sleep(1000);
}

async int main(void)
{
    int value;
    await nest(DEPTH);
    await gather(value = nest(DEPTH)); /* of a child, too */
    task(void) task = create_task(stubborn(CANCELS));
    for (int i = 0; i < CANCELS; i++) {
        for (int k = 0; k < 3; k++)
            await async_yield();
        task_cancel(task);
    }
    await async_sleep(1); /* armed before the timeout, so it goes on first, in the same turn */
    task_cancel(task);
    await async_wait(&task, 1, ASYNC_ALL_COMPLETED);
    printf("%s, %d\n", task_status(task) ? "cancelled" : "ended", value);
    task_unref(task);
    return 0;
}
