/* no elision */
/* order of tasks */
/* options: -D_GNU_SOURCE */
/* What a cancelled or closed wait leaves goes to the next one, in order. */
#include <asyncc.h>
#include <asyncc/channel.h>
#include <asyncc/sync.h>
#include <stdio.h>
#include <uv.h>

static async void turns(int count)
{
    for (int i = 0; i < count; i++)
        await async_yield();
}

/* ---- readers behind a writer that gives up ---- */

static async void reader(struct async_rwlock *lock, int id)
{
    await async_rwlock_read(lock);
    printf("r%d ", id);
    await turns(3);
    async_rwlock_unlock(lock);
}

static async void writer(struct async_rwlock *lock, int id)
{
    defer printf("w%d ends ", id);
    await async_rwlock_write(lock);
    printf("w%d ", id);
    await turns(3);
    async_rwlock_unlock(lock);
}

static async void rwlocks(void)
{
    struct async_rwlock lock = ASYNC_RWLOCK_INIT;
    await async_rwlock_read(&lock);
    task(void) w = create_task(writer(&lock, 1)), r2 = create_task(reader(&lock, 2));
    task(void) w2 = create_task(writer(&lock, 2)), r3 = create_task(reader(&lock, 3));
    await turns(2);
    printf("%d %d ", async_rwlock_tryread(&lock) == UV_EBUSY, async_rwlock_trywrite(&lock) == UV_EBUSY);
    task_cancel(w); /* r2 may read beside main, r3 stays behind w2 */
    await turns(2);
    printf("main unlocks ");
    async_rwlock_unlock(&lock);
    await join(r2);
    await join(w2);
    await join(r3);
    printf("%d\n", task_status(w) == UV_ECANCELED);
    task_unref(w);
}

/* ---- a notification that its task does not live to see ---- */

static struct async_mutex mutex;
static struct async_condition condition;

static async void waits(int id)
{
    await async_mutex_lock(&mutex);
    defer async_mutex_unlock(&mutex);
    await async_condition_wait(&condition, &mutex);
    printf("notified %d ", id);
}

static async void conditions(void)
{
    task(void) t[3];
    for (int i = 0; i < 3; i++)
        t[i] = create_task(waits(i));
    await turns(5);
    async_condition_notify(&condition, 1);
    task_cancel(t[0]);
    await join(t[1]);
    printf("%d %d ", task_status(t[0]) == UV_ECANCELED, task_done(t[2]));
    async_condition_notify_all(&condition);
    await join(t[2]);
    task_unref(t[0]);
    printf("%d\n", async_mutex_is_locked(&mutex));
}

/* ---- barriers ---- */

static async void comes(struct async_barrier *barrier, int id)
{
    int number = await async_barrier_wait(barrier);
    if (number == UV_ECONNABORTED)
        printf("%d:broken ", id);
    else
        printf("%d:%d ", id, number);
}

static async void opens(struct async_latch *latch, int id)
{
    defer printf("%d ", id);
    await async_latch_wait(latch);
    printf("+");
}

static async void latches(void)
{
    struct async_latch latch = ASYNC_LATCH_INIT(3), open = ASYNC_LATCH_INIT(0);
    task(void) t[3];
    for (int i = 0; i < 3; i++)
        t[i] = create_task(opens(&latch, i));
    await turns(2);
    task_cancel(t[1]);
    async_latch_count_down(&latch, 2);
    await turns(2);
    printf("(%d) ", task_done(t[0]));
    async_latch_count_down(&latch, 1);
    async_latch_count_down(&latch, 0);
    task_cancel(t[2]); /* between the last count and its turn: the cancel wins */
    await async_wait(t, 3, ASYNC_ALL_COMPLETED);
    await opens(&open, 3);
    await async_latch_wait(&latch);
    printf("\n");
    for (int i = 0; i < 3; i++)
        task_unref(t[i]);
}

static async void barriers(void)
{
    struct async_barrier barrier = ASYNC_BARRIER_INIT(3);
    task(void) t[6];
    for (int i = 0; i < 3; i++) {
        t[i] = create_task(comes(&barrier, i));
        await turns(2);
        if (i == 0)
            task_cancel(t[0]);
    }
    await turns(2);
    printf("%d ", task_done(t[1]));
    await comes(&barrier, 3);
    await async_wait(t, 3, ASYNC_ALL_COMPLETED);
    for (int i = 4; i < 6; i++)
        t[i] = create_task(comes(&barrier, i));
    await turns(2);
    async_barrier_abort(&barrier);
    await comes(&barrier, 6);
    async_barrier_reset(&barrier);
    await async_wait(t + 4, 2, ASYNC_ALL_COMPLETED);
    t[3] = create_task(comes(&barrier, 7));
    await turns(2);
    async_barrier_reset(&barrier);
    await join(t[3]);
    printf("\n");
    for (int i = 0; i < 6; i++)
        if (i != 3)
            task_unref(t[i]);
}

/* ---- queues ---- */

static async void gets(struct async_queue *queue, int id)
{
    int item = -1, status = await async_queue_get(queue, &item);
    if (status == UV_EOF)
        printf("%d:end ", id);
    else
        printf("%d:%d ", id, item);
}

static async void puts_one(struct async_queue *queue, int item)
{
    int status = await async_queue_put(queue, &item);
    printf("put %d%s ", item, status == UV_EPIPE ? ":closed" : "");
}

static async void queues(void)
{
    struct async_queue queue;
    task(void) t[8];
    int item;
    async_queue_init(&queue, sizeof(int), 2);
    defer async_queue_deinit(&queue);
    for (int i = 0; i < 4; i++)
        t[i] = create_task(puts_one(&queue, i));
    await turns(2);
    item = 9;
    printf("%zu %d ", async_queue_count(&queue), async_queue_try_put(&queue, &item) == UV_EAGAIN);
    task_cancel(t[2]);
    await gets(&queue, 10);
    await turns(2);
    printf("%zu ", async_queue_count(&queue));
    await gets(&queue, 11);
    await gets(&queue, 12);
    printf("%d\n", async_queue_try_get(&queue, &item) == UV_EAGAIN);
    for (int i = 0; i < 4; i++)
        task_unref(t[i]);

    /* closed while one that was meant to get an item is cancelled: the one behind gets it */
    for (int i = 0; i < 3; i++)
        t[i] = create_task(gets(&queue, i));
    await turns(2);
    item = 5;
    await async_queue_put(&queue, &item);
    async_queue_close(&queue);
    task_cancel(t[0]);
    await puts_one(&queue, 6);
    for (int i = 0; i < 3; i++)
        await async_wait(&t[i], 1, ASYNC_ALL_COMPLETED);
    await gets(&queue, 13);
    printf("%d %d\n", async_queue_try_get(&queue, &item) == UV_EOF, async_queue_try_put(&queue, &item) == UV_EPIPE);
    for (int i = 0; i < 3; i++)
        task_unref(t[i]);
}

/* Aborted: who was granted an item, who waits, and who waits for all to be dealt with. */
static async void joins(struct async_queue *queue)
{
    await async_queue_join(queue);
    printf("joined ");
}

static async void aborted(void)
{
    struct async_queue queue;
    task(void) t[4];
    int item = 1;
    async_queue_init(&queue, sizeof(int), 0);
    defer async_queue_deinit(&queue);
    for (int i = 0; i < 2; i++)
        t[i] = create_task(gets(&queue, i));
    await turns(2);
    for (; item < 40; item++)
        await async_queue_put(&queue, &item);
    t[2] = create_task(joins(&queue));
    printf("%zu ", async_queue_count(&queue));
    await turns(2);
    for (int i = 0; i < 2; i++)
        async_queue_done(&queue);
    for (int i = 0; i < 36; i++) {
        await async_queue_get(&queue, &item);
        async_queue_done(&queue);
    }
    printf("%d %zu %d ", item, async_queue_count(&queue), task_done(t[2]));
    t[3] = create_task(gets(&queue, 3));
    async_queue_abort(&queue);
    await gets(&queue, 4);
    for (int i = 0; i < 4; i++)
        await join(t[i]);
    printf("\n");
}

/* ---- oneshots ---- */

static async void receives(struct async_oneshot *oneshot, int id)
{
    defer printf("%d ends ", id);
    int status = await async_oneshot_receive(oneshot);
    printf("%d:%s ", id, status == UV_EOF ? "none" : (const char *)oneshot->value);
}

static async void oneshots(void)
{
    struct async_oneshot oneshot;
    char value[8];
    async_oneshot_init(&oneshot, value, sizeof value);
    task(void) t[2] = { create_task(receives(&oneshot, 0)), create_task(receives(&oneshot, 1)) };
    await turns(2);
    task_cancel(t[0]);
    printf("%d ", async_oneshot_send(&oneshot, "value\0\0"));
    printf("%d ", async_oneshot_send(&oneshot, "again\0\0") == UV_EPIPE);
    await join(t[1]);
    async_oneshot_close(&oneshot);
    await receives(&oneshot, 2);
    task_unref(t[0]);
    async_oneshot_init(&oneshot, NULL, 0);
    t[0] = create_task(receives(&oneshot, 3));
    await turns(2);
    async_oneshot_close(&oneshot);
    await join(t[0]);
    printf("%d\n", async_oneshot_send(&oneshot, NULL) == UV_EPIPE);
}

/* ---- broadcasts ---- */

static async void listens(struct async_broadcast *broadcast, int id, int pause)
{
    struct async_receiver receiver;
    int item, status;
    defer printf("%d ends ", id);
    async_broadcast_subscribe(broadcast, &receiver);
    while ((status = await async_broadcast_receive(&receiver, &item)) != UV_EOF) {
        if (status == UV_ENOBUFS)
            printf("%d missed %d ", id, (int)receiver.missed);
        else
            printf("%d:%d ", id, item);
        await turns(pause);
    }
}

static async void broadcasts(void)
{
    struct async_broadcast broadcast;
    if (async_broadcast_init(&broadcast, sizeof(int), 3) != 0)
        return;
    defer async_broadcast_deinit(&broadcast);
    task(void) t[3];
    for (int i = 0; i < 3; i++)
        t[i] = create_task(listens(&broadcast, i, i == 1 ? 20 : 0));
    await turns(2);
    for (int item = 0; item < 6; item++) {
        async_broadcast_send(&broadcast, &item);
        if (item == 1)
            task_cancel(t[2]);
        await turns(3);
    }
    async_broadcast_close(&broadcast);
    int item = 7;
    printf("%d ", async_broadcast_send(&broadcast, &item) == UV_EPIPE);
    await join(t[0]);
    await join(t[1]);
    task_unref(t[2]);
    printf("\n");
}

async int main(void)
{
    await rwlocks();
    await conditions();
    await barriers();
    await latches();
    await queues();
    await aborted();
    await oneshots();
    await broadcasts();
    return 0;
}
