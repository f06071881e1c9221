/* no elision */
/* order of tasks */
/* options: -D_GNU_SOURCE */
/*
 * A task of which all awaits are ready lets others in, timers too; and what it awaits when its budget is spent is its own, or
 * nobody's if it is cancelled there.
 */
#include <asyncc.h>
#include <asyncc/channel.h>
#include <asyncc/future.h>
#include <asyncc/group.h>
#include <asyncc/sync.h>
#include <stdio.h>
#include <uv.h>

enum { ROUNDS = 20000 };

static int turns, rounds, ticks;

/* ---- one way after another ---- */

static struct async_event event;
static struct async_latch latch;
static struct async_future future;
static struct async_mutex mutex;
static struct async_rwlock lock;
static struct async_semaphore semaphore;
static struct async_queue queue, bounded;
static struct async_broadcast broadcast;
static struct async_receiver receiver;
static struct async_oneshot oneshot;
static struct async_group group;

static async void by_event(void)
{
    await async_event_wait(&event);
}

static async void by_latch(void)
{
    await async_latch_wait(&latch);
}

static async void by_future(void)
{
    if (await async_future_wait(&future) != 7)
        puts("the future has another status");
}

static async void by_mutex(void)
{
    await async_mutex_lock(&mutex);
    if (!async_mutex_is_locked(&mutex))
        puts("the mutex is not held");
    async_mutex_unlock(&mutex);
}

static async void by_read(void)
{
    await async_rwlock_read(&lock);
    async_rwlock_unlock(&lock);
}

static async void by_write(void)
{
    await async_rwlock_write(&lock);
    if (async_rwlock_tryread(&lock) == 0)
        puts("the lock is not held");
    async_rwlock_unlock(&lock);
}

static async void by_semaphore(void)
{
    await async_semaphore_acquire(&semaphore);
    async_semaphore_release(&semaphore);
}

static async void by_queue(void)
{
    int out;
    if (await async_queue_put(&queue, &rounds) != 0 || await async_queue_get(&queue, &out) != 0 || out != rounds)
        puts("the queue has lost an item");
}

static async void by_bounded(void)
{
    int out;
    if (await async_queue_put(&bounded, &rounds) != 0 || await async_queue_get(&bounded, &out) != 0 || out != rounds)
        puts("the queue has lost an item");
}

static async void by_queue_join(void)
{
    await async_queue_join(&queue);
}

static async void by_broadcast(void)
{
    int out;
    async_broadcast_send(&broadcast, &rounds);
    if (await async_broadcast_receive(&receiver, &out) != 0 || out != rounds)
        puts("another item was received");
}

static async void by_oneshot(void)
{
    if (await async_oneshot_receive(&oneshot) != 0)
        puts("no value was received");
}

static async void by_room(void)
{
    await async_group_room(&group);
}

static async void (*const ways[])(void) = { by_event, by_latch,     by_future,    by_mutex,     by_read,
                                            by_write, by_semaphore, by_bounded,   by_broadcast, by_oneshot,
                                            by_room,  by_queue,     by_queue_join };
static const char *const names[] = { "event",   "latch",     "future",  "mutex", "read",  "write",     "semaphore",
                                     "bounded", "broadcast", "oneshot", "room",  "queue", "queue join" };
enum { WAYS = sizeof ways / sizeof *ways };

static async void spin(int way)
{
    for (rounds = 0; rounds < ROUNDS; rounds++) {
        if (rounds % 100 == 0)
            async_clock_advance(0.001);
        if (way == WAYS - 1 && rounds == 0)
            for (int i = 0; i < ROUNDS; i++) /* what by_queue has put */
                async_queue_done(&queue);
        await ways[way]();
    }
}

static async void counts(void)
{
    for (;;) {
        await async_yield();
        turns++;
    }
}

static async void ticker(void)
{
    for (;;) {
        await async_sleep(0.001);
        ticks++;
    }
}

/* ---- cancelled where it pauses ---- */

static async void spin_for_ever(int way)
{
    for (rounds = 0;; rounds++)
        await ways[way]();
}

static async void cancelled(int way)
{
    task(void) task = create_task(spin_for_ever(way));
    await async_yield(); /* it spins until it pauses */
    task_cancel(task);
    await async_wait(&task, 1, ASYNC_ALL_COMPLETED);
    printf("%s%s", task_status(task) == UV_ECANCELED ? "" : "not cancelled: ", names[way]);
    task_unref(task);
    if (async_mutex_is_locked(&mutex))
        puts("the mutex is held");
    if (async_rwlock_trywrite(&lock) != 0)
        puts("the lock is held");
    async_rwlock_unlock(&lock);
    if (async_semaphore_tryacquire(&semaphore) != 0)
        puts("the semaphore is not free");
    async_semaphore_release(&semaphore);
    int item = 1;
    while (async_queue_try_get(&bounded, &item) == 0) /* it was cancelled between the two */
        ;
    if (async_queue_try_put(&bounded, &item) != 0 || async_queue_try_get(&bounded, &item) != 0)
        puts("the queue has no room");
}

static async void all(void)
{
    task(void) counter = create_task(counts()), clock = create_task(ticker());
    for (int way = 0; way < WAYS; way++) {
        turns = ticks = 0;
        await spin(way);
        printf("%s: %s, %s\n", names[way],
               turns >= ROUNDS / 4096 && turns <= ROUNDS / 256 ? "some turns" : "too few or many",
               ticks >= ROUNDS / 4096 ? "ticks" : "no ticks");
    }
    task_cancel(clock);
    for (int way = 0; way < WAYS - 2; way++) {
        await cancelled(way);
        printf(way < WAYS - 3 ? ", " : " end\n");
    }
    task_cancel(counter);
    task_unref(counter);
    task_unref(clock);
}

int main(void)
{
    async_event_set(&event);
    async_future_set(&future, 7);
    semaphore = (struct async_semaphore)ASYNC_SEMAPHORE_INIT(1);
    group = (struct async_group)ASYNC_GROUP_INIT(3);
    async_queue_init(&queue, sizeof(int), 0);
    async_queue_init(&bounded, sizeof(int), 1);
    async_broadcast_init(&broadcast, sizeof(int), 4);
    async_broadcast_subscribe(&broadcast, &receiver);
    int value, sent = 3;
    async_oneshot_init(&oneshot, &value, sizeof value);
    async_oneshot_send(&oneshot, &sent);
    async_clock_set_virtual(1);
    async_run(all());
    async_queue_deinit(&queue);
    async_queue_deinit(&bounded);
    async_broadcast_deinit(&broadcast);
    return 0;
}
