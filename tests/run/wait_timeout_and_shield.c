/* no elision */
/* order of tasks */
/* async_wait_timeout: what has ended in time; shield: the task runs on when the one that waits is cancelled. */
#include <asyncc.h>
#include <stdio.h>

static async int number(double seconds, int v)
{
    defer printf("(%d ends) ", v);
    await async_sleep(seconds);
    return v;
}

static async int shields(task(int) t)
{
    defer printf("(the shield ends) ");
    return await shield(t);
}

static async void waits(task(int) *tasks)
{
    defer printf("(the wait ends) ");
    await async_wait_timeout(tasks, 3, ASYNC_ALL_COMPLETED, 100);
}

async int main(void)
{
    task(int) t[3] = { create_task(number(1, 1)), create_task(number(2, 2)), create_task(number(3, 3)) };
    printf("%d\n", await async_wait_timeout(t, 3, ASYNC_ALL_COMPLETED, 0));
    printf("%d\n", await async_wait_timeout(t, 3, ASYNC_ALL_COMPLETED, 1.5));
    printf("%d\n", await async_wait_timeout(t + 1, 2, ASYNC_FIRST_COMPLETED, 100));
    task(void) w = create_task(waits(t));
    await async_yield();
    task_cancel(w);
    printf("%d\n", await async_wait_timeout(&w, 1, ASYNC_ALL_COMPLETED, -1)); /* as asyncio: it has had its turn */
    printf("%d %d\n", task_status(w) < 0, task_done(t[2]));
    printf("%d\n", await async_wait_timeout(t, 3, ASYNC_ALL_COMPLETED, 100));
    printf("%d\n", await async_wait_timeout(t, 0, ASYNC_ALL_COMPLETED, 100));
    task_unref(w);
    int sum = 0;
    for (int i = 0; i < 3; i++)
        sum += await shield(t[i]); /* of tasks that have ended */
    printf("%d\n", sum);

    task(int) inner = create_task(number(5, 4)), outer = create_task(shields(task_ref(inner)));
    await async_sleep(1);
    task_cancel(outer);
    await async_wait(&outer, 1, ASYNC_ALL_COMPLETED);
    printf("%d %d\n", task_status(outer) < 0, task_done(inner));
    task_unref(outer);
    printf("%d\n", await join(inner));

    inner = create_task(number(5, 5)), outer = create_task(shields(inner));
    await async_sleep(1);
    printf("%d\n", await join(outer));

    inner = create_task(number(5, 6)), outer = create_task(shields(task_ref(inner)));
    await async_yield();
    task_cancel(inner); /* who is shielded from it is not shielded the other way */
    await async_wait(&outer, 1, ASYNC_ALL_COMPLETED);
    printf("%d %d\n", task_status(inner) < 0, task_status(outer) < 0);
    task_unref(inner);
    task_unref(outer);
    return 0;
}
