/* no elision */
/* order of tasks */
/* options: -D_GNU_SOURCE */
/* What a barrier is while those that it let through go on, as CPython 3.11 and 3.13 have it. */
#include <asyncc.h>
#include <asyncc/sync.h>
#include <stdio.h>
#include <uv.h>

enum { PARTIES = 5 };

static struct async_barrier barrier;
static int passed, broken, again, again_broken, count;

static void wait_again(int status)
{
    if (status == UV_ECONNABORTED)
        again_broken++;
    else
        again++;
}

static async void all(const char *name, task(int) *tasks)
{
    await async_wait_timeout(tasks, PARTIES, ASYNC_ALL_COMPLETED, 5);
    int ended = 0;
    for (int i = 0; i < PARTIES; i++) {
        ended += task_done(tasks[i]);
        task_cancel(tasks[i]);
        task_unref(tasks[i]);
    }
    await async_yield();
    printf("%s: ended %d, passed %d, broken %d, again %d, again broken %d, count %d; %u wait, it is %s\n", name, ended, passed,
           broken, again, again_broken, count, async_barrier_count(&barrier),
           async_barrier_is_broken(&barrier) ? "broken" : "whole");
}

#define ALL(body)                                                            \
    do {                                                                     \
        barrier = (struct async_barrier)ASYNC_BARRIER_INIT(PARTIES);         \
        passed = broken = again = again_broken = count = 0;                  \
        task(int) tasks[PARTIES];                                            \
        for (int i = 0; i < PARTIES; i++)                                    \
            tasks[i] = create_task(body(i));                                 \
        await all(#body, tasks);                                             \
    } while (0)

/* The third that is let through resets: the other two learn that it is broken. */
static async int third_resets(int i)
{
    (void)i;
    if (await async_barrier_wait(&barrier) == UV_ECONNABORTED)
        broken++;
    else if (++passed == 3)
        async_barrier_reset(&barrier);
    return 0;
}

static async int third_aborts(int i)
{
    (void)i;
    if (await async_barrier_wait(&barrier) == UV_ECONNABORTED)
        broken++;
    else if (++passed > PARTIES / 2)
        async_barrier_abort(&barrier);
    else
        wait_again(await async_barrier_wait(&barrier));
    return 0;
}

static async int resets_and_waits(int i)
{
    (void)i;
    if (await async_barrier_wait(&barrier) == UV_ECONNABORTED) {
        broken++;
        await async_barrier_wait(&barrier);
        again++;
        return 0;
    }
    if (++passed > PARTIES / 2)
        async_barrier_reset(&barrier);
    wait_again(await async_barrier_wait(&barrier));
    return 0;
}

static async int last_resets(int i)
{
    (void)i;
    await async_barrier_wait(&barrier);
    if (++passed == PARTIES) {
        async_barrier_reset(&barrier);
        await async_barrier_wait(&barrier);
    } else {
        wait_again(await async_barrier_wait(&barrier));
    }
    await async_barrier_wait(&barrier);
    count++;
    return 0;
}

static async int comes(int i)
{
    int number = await async_barrier_wait(&barrier);
    printf("%d came as number %d\n", i, number);
    return 0;
}

/* Who is cancelled inside does not count, and the next one that comes has the number that is free. */
static async void cancelled_inside(void)
{
    barrier = (struct async_barrier)ASYNC_BARRIER_INIT(3);
    task(int) second, tasks[] = { create_task(comes(0)), second = create_task(comes(1)) };
    await async_yield();
    task_cancel(second);
    await async_yield();
    printf("%u wait\n", async_barrier_count(&barrier));
    await gather(comes(2), comes(3));
    for (int i = 0; i < 2; i++)
        task_unref(tasks[i]);
}

async int main(void)
{
    ALL(third_resets);
    ALL(third_aborts);
    ALL(resets_and_waits);
    ALL(last_resets);
    await cancelled_inside();
    return 0;
}
