/* no elision */
/*
 * async_wait_first_failed returns when one of the tasks has returned a negative value, or all have ended. As with
 * asyncio.wait(return_when=FIRST_EXCEPTION) a task that was cancelled has not failed, and those that end in the turn of
 * the first failure count as ended.
 */
#include <asyncc.h>
#include <stdio.h>

static async int returns(double seconds, int v)
{
    await async_sleep(seconds);
    return v;
}

static void show(const char *what, int ended, task(int) const *tasks, int count, double began)
{
    printf("%s: %d ended after %.0f:", what, ended, async_time() - began);
    for (int i = 0; i < count; i++)
        printf(" %d", task_done(tasks[i]));
    printf("\n");
}

static async void wait_for(const char *what, task(int) *tasks, int count)
{
    double began = async_time();
    int ended = await async_wait_first_failed(tasks, (size_t)count);
    show(what, ended, tasks, count, began);
    for (int i = 0; i < count; i++)
        task_cancel(tasks[i]);
    await async_wait(tasks, (size_t)count, ASYNC_ALL_COMPLETED);
    for (int i = 0; i < count; i++)
        task_unref(tasks[i]);
}

static async void cancels(double seconds, task(int) t)
{
    await async_sleep(seconds);
    task_cancel(t);
}

static async void waits(task(int) t)
{
    await async_wait_first_failed(&t, 1);
    printf("never\n");
}

async int main(void)
{
    task(int) none[3] = { create_task(returns(2, 0)), create_task(returns(3, 1)), create_task(returns(1, 2)) };
    await wait_for("none fails", none, 3);

    task(int) one[3] = { create_task(returns(2, -5)), create_task(returns(3, 1)), create_task(returns(1, 2)) };
    await wait_for("one fails", one, 3);

    task(int) both[2] = { create_task(returns(1, -1)), create_task(returns(1, -2)) };
    await wait_for("both fail in one turn", both, 2);

    task(int) early[2] = { create_task(returns(0, -1)), create_task(returns(5, 0)) };
    await async_sleep(1);
    await wait_for("failed before", early, 2);

    task(int) cancelled[2] = { create_task(returns(9, -1)), create_task(returns(3, 0)) };
    spawn(cancels(1, cancelled[0]));
    await wait_for("a cancelled one has not failed", cancelled, 2);

    await wait_for("of none", NULL, 0);

    task(int) runs = create_task(returns(5, 7));
    task(void) waiter = create_task(waits(runs));
    await async_sleep(1);
    task_cancel(waiter);
    await async_wait(&waiter, 1, ASYNC_ALL_COMPLETED);
    printf("cancelled: %d, and what it waited for goes on: %d\n", task_status(waiter) < 0, await join(runs));
    task_unref(waiter);

    task(int) there = create_task(async_wait_first_failed(NULL, 0));
    printf("%d\n", await join(there));
    return 0;
}
