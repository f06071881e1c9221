/* no elision */
/*
 * Four workers want the same thing, and one of them is cancelled: every one, after every number of turns, so at every
 * await and between every wake-up and the turn that it leads to; once or twice. The others must get what they want,
 * nothing may be held in the end, and no value be lost.
 */
#include <asyncc.h>
#include <asyncc/channel.h>
#include <asyncc/sync.h>
#include <stdio.h>
#include <stdlib.h>

enum { WORKERS = 4, ROUNDS = 3, TURNS = 40 };

static struct async_mutex mutex;
static struct async_event event;
static struct async_rwlock lock;
static struct async_condition condition;
static struct async_semaphore semaphore;
static struct async_barrier barrier;
static struct async_latch latch;
static struct async_queue queue;
static int inside, tokens, put_count, got_count;
static task(void) tasks[WORKERS];

static void check(int good, const char *what)
{
    if (!good) {
        printf("%s\n", what);
        exit(1);
    }
}

static async void work(int most)
{
    check(++inside <= most, "too many inside");
    defer inside--;
    await async_yield();
    await async_yield();
}

/* ---- one worker of each kind ---- */

static async void use_mutex(int id)
{
    for (int i = 0; i < ROUNDS; i++) {
        await async_mutex_lock(&mutex);
        defer async_mutex_unlock(&mutex);
        await work(1);
    }
    (void)id;
}

static async void use_semaphore(int id)
{
    for (int i = 0; i < ROUNDS; i++) {
        await async_semaphore_acquire(&semaphore);
        defer async_semaphore_release(&semaphore);
        await work(2);
    }
    (void)id;
}

static async void use_rwlock(int id)
{
    for (int i = 0; i < ROUNDS; i++) {
        if ((id + i) % 2)
            await async_rwlock_write(&lock);
        else
            await async_rwlock_read(&lock);
        defer async_rwlock_unlock(&lock);
        await work((id + i) % 2 ? 1 : WORKERS);
    }
}

/* Workers 0 and 1 take tokens, 2 and 3 make them; what a cancelled maker does not make is made at the end. */
static async void use_condition(int id)
{
    for (int i = 0; i < ROUNDS; i++) {
        await async_mutex_lock(&mutex);
        defer async_mutex_unlock(&mutex);
        if (id < 2) {
            while (tokens == 0) {
                await async_condition_wait(&condition, &mutex);
                check(async_mutex_is_locked(&mutex), "the condition did not lock");
            }
            tokens--;
        } else {
            tokens++;
            async_condition_notify(&condition, 1);
            await async_yield();
        }
    }
}

static async void use_event(int id)
{
    for (int i = 0; i < ROUNDS; i++) {
        if (id == 3) {
            await async_yield();
            async_event_set(&event);
            await async_yield();
            if (i < ROUNDS - 1)
                async_event_clear(&event);
        } else {
            await async_event_wait(&event);
            await async_yield();
        }
    }
    if (id == 3)
        async_event_set(&event);
}

static async void use_queue(int id)
{
    for (int i = 0; i < ROUNDS; i++) {
        int item = id * 10 + i;
        if (id < 2) {
            if (await async_queue_get(&queue, &item) == 0)
                got_count++;
            async_queue_done(&queue);
        } else {
            if (await async_queue_put(&queue, &item) == 0)
                put_count++;
        }
    }
}

static async void use_barrier(int id)
{
    for (int i = 0; i < ROUNDS; i++) {
        int number = await async_barrier_wait(&barrier);
        check(number < WORKERS, "the barrier's number");
        await async_yield();
    }
    (void)id;
}

static async void use_latch(int id)
{
    if (id == 0)
        await async_yield();
    async_latch_count_down(&latch, 1);
    await async_latch_wait(&latch);
    check(latch.count == 0, "the latch is open");
}

/* ---- running them ---- */

static int all_ended(void)
{
    for (int i = 0; i < WORKERS; i++)
        if (!task_done(tasks[i]))
            return 0;
    return 1;
}

/* What the one that was cancelled leaves for the others to wait for. */
static async void help(async void (*use)(int))
{
    int item;
    if (use == use_condition) {
        await async_mutex_lock(&mutex);
        tokens += WORKERS * ROUNDS;
        async_condition_notify_all(&condition);
        async_mutex_unlock(&mutex);
    } else if (use == use_event) {
        async_event_set(&event);
    } else if (use == use_barrier) {
        async_barrier_abort(&barrier);
    } else if (use == use_latch) {
        async_latch_count_down(&latch, latch.count);
    } else if (use == use_queue) {
        while (!all_ended()) {
            while (async_queue_try_get(&queue, &item) == 0)
                got_count++;
            item = 99;
            if (queue.items.waiters.first && async_queue_try_put(&queue, &item) == 0)
                put_count++;
            await async_yield();
        }
        while (async_queue_try_get(&queue, &item) == 0)
            got_count++;
    }
}

static async void scenario(async void (*use)(int), int victim, int turns, int twice)
{
    mutex = (struct async_mutex)ASYNC_MUTEX_INIT;
    event = (struct async_event)ASYNC_EVENT_INIT;
    lock = (struct async_rwlock)ASYNC_RWLOCK_INIT;
    condition = (struct async_condition)ASYNC_CONDITION_INIT;
    semaphore = (struct async_semaphore)ASYNC_SEMAPHORE_INIT(2);
    barrier = (struct async_barrier)ASYNC_BARRIER_INIT(WORKERS);
    latch = (struct async_latch)ASYNC_LATCH_INIT(WORKERS);
    async_queue_init(&queue, sizeof(int), 2);
    defer async_queue_deinit(&queue);
    inside = tokens = put_count = got_count = 0;
    for (int i = 0; i < WORKERS; i++)
        tasks[i] = create_task(use(i));
    for (int i = 0; i < turns; i++)
        await async_yield();
    task_cancel(tasks[victim]);
    if (twice) {
        await async_yield();
        task_cancel(tasks[victim]);
    }
    for (int i = 0; i < 30; i++)
        await async_yield();
    await help(use);
    await async_wait(tasks, WORKERS, ASYNC_ALL_COMPLETED);
    for (int i = 0; i < WORKERS; i++) {
        check(i == victim || task_status(tasks[i]) == 0, "another one was cancelled");
        task_unref(tasks[i]);
    }
    check(!async_mutex_is_locked(&mutex) && async_mutex_trylock(&mutex) == 0, "the mutex is held");
    check(async_rwlock_trywrite(&lock) == 0, "the lock is held");
    check(semaphore.value == 2 && semaphore.granted == 0, "the semaphore's value");
    check(inside == 0 && put_count == got_count, "a value was lost");
    check(queue.room.value == 2 && queue.items.value == 0, "the queue's counts");
}

static async void everywhere(const char *name, async void (*use)(int))
{
    for (int victim = 0; victim < WORKERS; victim++)
        for (int turns = 0; turns < TURNS; turns++)
            for (int twice = 0; twice < 2; twice++)
                if (await timeout(1000, scenario(use, victim, turns, twice)) != 0) {
                    printf("%s: stuck when %d is cancelled after %d turns\n", name, victim, turns);
                    return;
                }
    printf("%s\n", name);
}

async int main(void)
{
    await everywhere("mutex", use_mutex);
    await everywhere("semaphore", use_semaphore);
    await everywhere("rwlock", use_rwlock);
    await everywhere("condition", use_condition);
    await everywhere("event", use_event);
    await everywhere("queue", use_queue);
    await everywhere("barrier", use_barrier);
    await everywhere("latch", use_latch);
    return 0;
}
