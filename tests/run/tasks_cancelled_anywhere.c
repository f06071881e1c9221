/* no elision */
/*
 * A task that arranges others is cancelled after every number of turns, once or twice: when it has ended, those that
 * belong to it have, too, whatever they were doing; those that do not run on.
 */
#include <asyncc.h>
#include <asyncc/group.h>
#include <stdio.h>
#include <stdlib.h>

enum { TURNS = 45 };

static int running, defers, completed;

static async int work(int turns, int v)
{
    running++;
    defer running--;
    defer await async_yield(); /* cleaning up takes its time, and may be cancelled itself */
    for (int i = 0; i < turns; i++)
        await async_yield();
    return v;
}

async int pooled(int turns, int v)
{
    return await work(turns, v);
}

static async int deeper(int turns, int v)
{
    int a = 0, b = 0;
    defer await work(1, 0);
    await gather(a = work(turns, v), b = pooled(turns / 2, v));
    return a + b;
}

/* ---- the victims ---- */

static async void gathers(void)
{
    int a, b;
    await gather(a = deeper(3, 1), b = pooled(5, 2), work(4, 3));
    completed = a + b;
}

static async void races(void)
{
    int a = 0, b = 0;
    completed = await race(a = deeper(3, 1), b = pooled(2, 2), work(9, 3)) + a + b;
}

static async void times_out(void)
{
    int a = 0;
    completed = await timeout(1, a = deeper(3, 1)) + a;
    completed = await timeout(0, a = pooled(5, 1)) + a;
}

static async void joins(void)
{
    completed = await join(create_task(deeper(3, 1)));
}

static async void groups(void)
{
    struct async_group group = ASYNC_GROUP_INIT(2);
    defer await async_group_close(&group);
    for (int i = 0; i < 5; i++)
        async_group_spawn(&group, deeper(i, 1));
    completed = await async_group_join(&group);
    for (int i = 0; i < 3; i++) {
        await async_group_room(&group);
        async_group_spawn(&group, work(2, i == 1 ? -1 : 1));
    }
    await async_yield();
}

static async void waits(void)
{
    task(int) t[3] = { create_task(work(5, 1)), create_task(work(2, 2)), create_task(pooled(3, -1)) };
    defer for (int i = 0; i < 3; i++)
        task_unref(t[i]);
    defer for (int i = 0; i < 3; i++)
        task_cancel(t[i]);
    await async_wait(t, 3, ASYNC_FIRST_COMPLETED);
    await async_wait_first_failed(t, 3);
    await async_wait_timeout(t, 3, ASYNC_ALL_COMPLETED, 0);
    await async_wait_timeout(t, 3, ASYNC_ALL_COMPLETED, 10);
    completed = 1;
}

static async void shields(void)
{
    completed = await shield(create_task(work(6, 1)));
}

static async void completions(void)
{
    task(int) t[3] = { create_task(work(5, 1)), create_task(work(2, 2)), create_task(pooled(3, 1)) };
    struct async_completions completions;
    defer for (int i = 0; i < 3; i++)
        task_unref(t[i]);
    if (async_completions_init(&completions, t, 3) != 0)
        return;
    defer async_completions_deinit(&completions);
    int sum = 0;
    for (int i; (i = await async_completions_next(&completions)) >= 0;)
        sum += i;
    completed = sum;
}

/* ---- */

static async void victim(async void (*use)(void))
{
    defer defers++;
    await use();
}

static async void everywhere(const char *name, async void (*use)(void), int owns)
{
    int cancelled = 0;
    for (int turns = 0; turns < TURNS; turns++)
        for (int twice = 0; twice < 2; twice++) {
            running = defers = completed = 0;
            task(void) t = create_task(victim(use));
            for (int i = 0; i < turns; i++)
                await async_yield();
            task_cancel(t);
            if (twice) {
                await async_yield();
                task_cancel(t);
            }
            await async_wait(&t, 1, ASYNC_ALL_COMPLETED);
            cancelled += task_status(t) < 0;
            if ((owns && running) || (turns > 2 && defers != 1))
                printf("%s: %d run on after %d turns, %d defers\n", name, running, turns, defers);
            task_unref(t);
            for (int i = 0; i < 20; i++)
                await async_yield();
            if (running)
                printf("%s: %d do not end\n", name, running);
        }
    printf("%s %s\n", name, cancelled > 8 ? "cancelled" : "hardly ever cancelled");
}

async int main(void)
{
    await everywhere("gather", gathers, 1);
    await everywhere("race", races, 1);
    await everywhere("timeout", times_out, 1);
    await everywhere("join", joins, 1);
    await everywhere("group", groups, 1);
    await everywhere("wait", waits, 0);
    await everywhere("shield", shields, 0);
    await everywhere("completions", completions, 0);
    return 0;
}
