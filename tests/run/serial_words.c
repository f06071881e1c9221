/*
 * Every word that has a serial meaning, where that is the same: nothing here depends on what runs meanwhile, or on the order
 * in which operands are evaluated.
 */
#include <asyncc.h>
#include <asyncc/group.h>
#include <stdio.h>

struct pair {
    int first, second;
    char name[20];
};

static async int loses(void)
{
    return -1;
}

static async int next(int n)
{
    await async_yield();
    return n + 1;
}

static async void say(int n)
{
    await async_sleep(0.1);
    printf("said %d\n", n);
}

static async struct pair pair_of(int n)
{
    await async_yield();
    return (struct pair){ n, 2 * n, "pair" };
}

static async int *address(int *n)
{
    await async_yield();
    return n;
}

static async int fails(int n)
{
    defer printf("fails %d\n", n);
    await async_yield();
    return -n;
}

static async void calls(void)
{
    int a = 0, b = 0;
    struct pair p = { 0 };
    await gather(a = next(1), p = pair_of(7), say(1), b = next(2));
    printf("gather: %d %d %d %s\n", a, b, p.second, p.name);
    await gather(say(2));
    int winner = await race(a = next(10), say(3));
    printf("race: %d %d\n", winner, a);
    int late = await timeout(await next(2), a = next(20));
    await timeout(10, say(4));
    if (await timeout(5, p = pair_of(8)))
        return;
    printf("timeout: %d %d %d\n", late, a, p.second);
}

static async void tasks(void)
{
    int n = 3;
    task(int) t = create_task(next(40)), several[2] = { create_task(next(41)), create_task(next(42)) };
    task(void) nothing = create_task(say(5));
    task(struct pair) pair = create_task(pair_of(5));
    task(int *) pointer = create_task(address(&n));
    if (!t || !nothing)
        return;
    await join(nothing);
    task(int) again = task_ref(t);
    printf("join: %d, ", await join(t));
    printf("%d, ", await shield(again));
    printf("%d, ", await join(several[0]) + await join(several[1]));
    printf("%d, %s\n", (await join(pair)).second, ++*await join(pointer) == 4 ? "4" : "not");
    printf("%d\n", await join(create_task(next(await join(create_task(next(await join(create_task(next(1))))))))));
    t = create_task(next(50));
    printf("wait: %d, ", await async_wait(&t, 1, ASYNC_ALL_COMPLETED));
    printf("%d %d %d\n", task_done(t), task_status(t), task_cancel(t));
    task_unref(t);
    if (spawn(say(6)))
        return;
    await async_sleep(1);
}

static async void groups(void)
{
    struct async_group group = ASYNC_GROUP_INIT(1);
    async_group_spawn(&group, next(1));
    async_group_spawn(&group, say(7));
    task(int) t = async_group_create_task(&group, next(8));
    int error = await async_group_join(&group);
    printf("group: %d %d\n", error, await join(t));
    async_group_spawn(&group, fails(5));
    async_group_spawn(&group, fails(6));
    printf("group: %d\n", await async_group_join(&group));
    task(int) two[2] = { create_task(next(1)), create_task(next(2)) };
    struct async_completions ends;
    async_completions_init(&ends, two, 2);
    defer async_completions_deinit(&ends);
    for (int i; (i = await async_completions_next(&ends)) >= 0;)
        printf("%d: %d\n", i, await join(two[i]));
}

static async int defers(int n)
{
    int sum = 0;
    defer {
        for (int i = 0; i < 3; i++) {
            defer sum += i;
            if (i == n)
                break;
            await async_yield();
        }
        printf("sum %d\n", sum);
    }
    for (int i = 0; i < 5; i++) {
        if (i % 2 == n)
            continue;
        defer { sum += 10 * await next(i); }
        {
            char array[n + i + 1];
            array[n + i] = (char)i;
            defer sum += array[n + i];
            if (i == 3)
                break;
        }
        sum++;
    }
    { defer sum = -sum; sum += 1000; }
    printf("then %d\n", sum);
    return sum++;
}

async int main(void)
{
    await calls();
    await tasks();
    await groups();
    for (int n = 0; n < 3; n++)
        printf("%d\n", await defers(n));
    int a = 0, b = 0, winner = await first_ok(a = next(11), b = loses());
    printf("first_ok: %d %d %d\n", winner, a, b);
    return 3;
}
