/* no elision */
/* options: -D_GNU_SOURCE */
/*
 * Every allocation of the runtime fails once, in turn, and then every one from there on, in a program that uses each
 * way to arrange tasks: it reports the failure or does without, never crashes, and nothing stays allocated.
 */
#include <asyncc.h>
#include <asyncc/channel.h>
#include <asyncc/future.h>
#include <asyncc/group.h>
#include <asyncc/local.h>
#include <asyncc/thread.h>
#include <asyncc/uv.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* ---- an allocator that fails: the runtime has one way to memory ---- */

extern void *(*asyncc_memory)(void *old, size_t size);
static long outstanding;
static unsigned long fail_at, made;
static int fail_rest;

static void *failing(void *old, size_t size)
{
    if (size && ++made >= fail_at && fail_at && (fail_rest || made == fail_at))
        return NULL;
    __atomic_add_fetch(&outstanding, (size != 0) - (old != NULL), __ATOMIC_RELAXED);
    if (size)
        return realloc(old, size);
    free(old);
    return NULL;
}

/* ---- the program ---- */

static struct async_local local;
static int big[400];

static async int work(int turns)
{
    int much[300]; /* a frame of its own size: allocated alone */
    much[turns] = turns;
    for (int i = 0; i < turns; i++)
        await async_yield();
    big[turns] = much[turns];
    return much[turns];
}

async int pooled(int turns)
{
    return await work(turns);
}

static async int arranges(void)
{
    int a = 0, b = 0;
    await gather(a = pooled(1), b = work(2));
    int winner = await race(a = pooled(3), b = work(1));
    return a + b + winner;
}

static async int waits(void)
{
    task(int) t[2] = { create_task(work(1)), create_task(pooled(2)) };
    defer task_unref(t[0]);
    struct async_completions completions;
    int count = await async_wait(t, 2, ASYNC_FIRST_COMPLETED);
    if (count < 0) {
        task_unref(t[1]);
        return count;
    }
    await async_wait_first_failed(t, 2);
    await async_wait_timeout(t, 2, ASYNC_ALL_COMPLETED, 5);
    if (async_completions_init(&completions, t, 2) == 0) {
        while (await async_completions_next(&completions) >= 0) {
        }
        async_completions_deinit(&completions);
    }
    return await shield(t[1]);
}

static async int groups(void)
{
    struct async_group group = ASYNC_GROUP_INIT(2);
    defer await async_group_close(&group);
    for (int i = 0; i < 4; i++)
        async_group_spawn(&group, pooled(i));
    task(int) t = async_group_create_task(&group, work(1));
    task_unref(t);
    return await async_group_join(&group);
}

static async int channels(void)
{
    struct async_queue queue;
    struct async_broadcast broadcast;
    int item = 0, status = 0;
    async_queue_init(&queue, sizeof(int), 0);
    defer async_queue_deinit(&queue);
    for (; item < 20 && status == 0; item++)
        status = await async_queue_put(&queue, &item);
    while (async_queue_try_get(&queue, &item) == 0) {
    }
    if (async_broadcast_init(&broadcast, sizeof(int), 3) != 0)
        return -1;
    async_broadcast_send(&broadcast, &item);
    async_broadcast_deinit(&broadcast);
    return status;
}

static async int names(void)
{
    char name[] = "some name";
    async_set_name(name);
    if (async_local_set(&local, name) != 0)
        return -1;
    task(int) t = create_task(work(1));
    async_task_set_name(t, name);
    return await join(t);
}

static void sets(void *future)
{
    async_future_set_from_thread(future, 1);
}

static async int on_own_loop(void *unused)
{
    (void)unused;
    return await work(1);
}

static async int bridges(void)
{
    struct async_future future = ASYNC_FUTURE_INIT;
    int ends[2], count = 0;
    if (pipe(ends) != 0)
        return -1;
    defer {
        close(ends[0]);
        close(ends[1]);
    }
    count += await async_poll_fd(ends[1], UV_WRITABLE) < 0;
    if (async_future_share(&future) == 0) {
        if (await async_to_thread(sets, &future) != 0)
            async_future_set_from_thread(&future, 1);
        await async_future_wait(&future);
    }
    struct async_remote *own = async_remote_self();
    if (own) {
        defer async_remote_release(own);
        count += await async_remote_call(own, on_own_loop, NULL) < 0;
    }
    return count;
}

static task(int) asked;

/* A unit of a size that nothing else has. */
async int ends_at_once(int turns)
{
    char much[200] = { 0 };
    if (asked)
        task_cancel(asked);
    for (int i = 0; i < turns; i++) {
        much[i] = 1;
        await async_yield();
    }
    return much[turns];
}

/* The cancel comes while the call runs, and is not delivered in it. */
static async int is_cancelled_in_a_call(void)
{
    async int (*pointer)(int) = ends_at_once;
    return await pointer(0);
}

static int finished;

static async void all(void)
{
    int sum = 0;
    async int (*const uses[])(void) = { arranges, waits, groups, channels, names, bridges };
    for (size_t i = 0; i < sizeof uses / sizeof *uses; i++) {
        task(int) t = create_task(uses[i]());
        if (await async_wait(&t, 1, ASYNC_ALL_COMPLETED) == 1 && task_status(t) == 0)
            sum++;
        task_unref(t);
    }
    async int (*pointer)(int) = ends_at_once;
    for (int i = 0; i < 3; i++)
        sum += await pointer(0); /* but for the first time in memory that was used before */
    asked = create_task(is_cancelled_in_a_call());
    if (asked) {
        defer {
            task_unref(asked);
            asked = NULL;
        }
        await async_wait(&asked, 1, ASYNC_ALL_COMPLETED);
    }
    finished = sum;
}

int main(void)
{
    asyncc_memory = failing;
    for (fail_rest = 0; fail_rest < 2; fail_rest++)
        for (fail_at = 1;; fail_at++) {
            made = 0;
            finished = 0;
            async_run(all());
            if (outstanding) {
                printf("%ld allocations are left when number %lu fails\n", outstanding, fail_at);
                return 1;
            }
            if (made < fail_at)
                break;
        }
    printf("%d, more than 20 allocations: %d\n", finished, fail_at > 20);
    return 0;
}
