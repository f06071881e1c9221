/* no elision */
/* order of tasks */
/* options: -D_GNU_SOURCE */
/* Groups: the first failure cancels the rest, the bound, cancel, close in a defer, room; completions in their order. */
#include <asyncc.h>
#include <asyncc/group.h>
#include <stdio.h>
#include <uv.h>

static int running, most;

static async int work(double seconds, int v)
{
    if (++running > most)
        most = running;
    defer {
        running--;
        printf("(%d ends) ", v);
    }
    await async_sleep(seconds);
    return v;
}

static async void silent(int *count)
{
    await async_yield();
    ++*count;
}

static async void owner(struct async_group *group)
{
    defer printf("(the owner ends, %d left) ", (int)group->count);
    await async_group_join(group);
}

static async void closes(void)
{
    struct async_group group = ASYNC_GROUP_INIT(0);
    defer await async_group_close(&group);
    async_group_spawn(&group, work(100, 50));
    async_group_spawn(&group, work(100, 51));
    await async_sleep(50);
    printf("never\n");
}

static async void fills(struct async_group *group, int *made)
{
    for (; *made < 10; ++*made) {
        await async_group_room(group);
        async_group_spawn(group, work(1, *made));
    }
}

int main_count;

async int main(void)
{
    struct async_group group = ASYNC_GROUP_INIT(0);
    async_group_spawn(&group, work(2, 1));
    async_group_spawn(&group, work(1, 2));
    async_group_spawn(&group, silent(&main_count));
    printf("%d %d\n", await async_group_join(&group), main_count);
    printf("%d\n", await async_group_join(&group)); /* nothing to wait for */

    async_group_spawn(&group, work(3, 3));
    async_group_spawn(&group, work(1, -4)); /* fails */
    async_group_spawn(&group, work(1, -5)); /* fails in the same turn, too late */
    async_group_spawn(&group, work(2, 6));
    task(int) handle = async_group_create_task(&group, work(2, 7));
    printf("%d ", await async_group_join(&group));
    printf("%d\n", task_status(handle) == UV_ECANCELED);
    task_unref(handle);

    handle = async_group_create_task(&group, work(1, 8)); /* cancelled alone: no failure */
    async_group_spawn(&group, work(2, 9));
    await async_yield();
    task_cancel(handle);
    printf("%d ", await async_group_join(&group));
    printf("%d\n", task_status(handle) == UV_ECANCELED);
    task_unref(handle);

    struct async_group bounded = ASYNC_GROUP_INIT(2);
    most = 0;
    for (int i = 10; i < 15; i++)
        async_group_spawn(&bounded, work(1, i));
    double start = async_time();
    printf("%d ", await async_group_join(&bounded));
    printf("%d at once, %.0f seconds\n", most, async_time() - start);

    for (int i = 20; i < 25; i++) /* those that have not begun never run */
        async_group_spawn(&bounded, work(1, i == 21 ? -21 : i));
    handle = async_group_create_task(&bounded, work(1, 25));
    printf("%d ", await async_group_join(&bounded));
    printf("%d\n", task_status(handle) == UV_ECANCELED);
    task_unref(handle);

    for (int i = 30; i < 34; i++)
        async_group_spawn(&bounded, work(5, i));
    task(void) t = create_task(owner(&bounded)); /* the one that joins is cancelled */
    await async_sleep(1);
    task_cancel(t);
    await async_wait(&t, 1, ASYNC_ALL_COMPLETED);
    printf("%d %d\n", task_status(t) == UV_ECANCELED, running);
    task_unref(t);

    async_group_spawn(&group, work(5, 40));
    await async_yield();
    async_group_cancel(&group);
    printf("%d ", async_group_spawn(&group, work(5, 41)) == UV_ECANCELED);
    printf("%d\n", await async_group_join(&group));

    printf("%d %d\n", await timeout(1, closes()) == UV_ETIMEDOUT, running);

    int made = 0;
    t = create_task(fills(&bounded, &made));
    await async_sleep(0.5);
    printf("made %d\n", made);
    await join(t);
    printf("%d made %d\n", await async_group_join(&bounded), made);

    task(int) tasks[4];
    struct async_completions completions;
    for (int i = 0; i < 4; i++)
        tasks[i] = create_task(work((i + 2) % 4, 60 + i));
    async_completions_init(&completions, tasks, 4);
    for (int i; (i = await async_completions_next(&completions)) >= 0;)
        printf("%d: %d\n", i, await join(tasks[i]));
    printf("%d\n", await async_completions_next(&completions) == UV_EOF);
    async_completions_deinit(&completions);

    for (int i = 0; i < 4; i++)
        tasks[i] = create_task(work(i, 70 + i));
    async_completions_init(&completions, tasks, 4);
    await async_completions_next(&completions);
    int next = -1, status = await timeout(0.5, next = async_completions_next(&completions));
    printf("%d %d ", status < 0, next);
    printf("%d\n", await async_completions_next(&completions));
    await async_sleep(1.5); /* one has ended that was not asked for */
    async_completions_deinit(&completions);
    for (int i = 0; i < 4; i++)
        task_unref(tasks[i]);
    return 0;
}
