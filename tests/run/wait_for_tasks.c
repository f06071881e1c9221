/* no elision */
/* pitfalls: 90 */
/* async_wait: all, the first; join of a cancelled task cancels; a cancelled join cancels its task. */
#include <asyncc.h>
#include <stdio.h>

static async int number(double seconds, int v)
{
    defer printf("%d ends\n", v);
    await async_sleep(seconds);
    return v;
}

static async int joins(task(int) t)
{
    defer printf("joins ends\n");
    int v = await join(t);
    printf("never %d\n", v);
    return v;
}

async int main(void)
{
    task(int) list[3];
    for (int i = 0; i < 3; i++)
        list[i] = create_task(number(3 - i, i));
    printf("finished: %d\n", await async_wait(list, 3, ASYNC_FIRST_COMPLETED));
    for (int i = 0; i < 3; i++)
        printf("%d", task_done(list[i]));
    printf("\n");
    printf("finished: %d\n", await async_wait(list, 3, ASYNC_ALL_COMPLETED));
    int sum = 0;
    for (int i = 0; i < 3; i++)
        sum = sum * 10 + await join(list[i]);
    printf("%d\n", sum);

    task(int) inner = create_task(number(10, 7));
    task(int) outer = create_task(joins(task_ref(inner)));
    await async_sleep(1);
    task_cancel(outer);
    await async_wait(&outer, 1, ASYNC_ALL_COMPLETED);
    printf("cancelled: %d %d\n", task_status(outer) != 0, task_status(inner) != 0);
    task_unref(outer);
    task_unref(inner);

    inner = create_task(number(10, 8));
    outer = create_task(joins(inner));
    await async_sleep(1);
    task_cancel(inner);
    await async_wait(&outer, 1, ASYNC_ALL_COMPLETED);
    printf("cancelled: %d\n", task_status(outer) != 0);
    task_unref(outer);
    return 0;
}
