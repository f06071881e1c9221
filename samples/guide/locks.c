/*
 * locks - two readers and a writer of one number, who begin together: a barrier, and a lock for readers and writers. The
 * guide's are threads; these are tasks, and what they wait for costs no thread.
 */
#include <asyncc/sync.h>

#include <stdio.h>
#include <stdlib.h>

static struct async_barrier blocker = ASYNC_BARRIER_INIT(3);
static struct async_rwlock numlock = ASYNC_RWLOCK_INIT;
static int shared;

static async void reader(int number)
{
    await async_barrier_wait(&blocker);
    for (int i = 0; i < 3; i++) {
        await async_rwlock_read(&numlock);
        printf("Reader %d: acquired lock, shared num = %d\n", number, shared);
        await async_sleep(1);
        async_rwlock_unlock(&numlock);
        printf("Reader %d: released lock\n", number);
    }
}

static async void writer(int number)
{
    await async_barrier_wait(&blocker);
    for (int i = 0; i < 3; i++) {
        await async_rwlock_write(&numlock);
        shared++;
        printf("Writer %d: incremented, shared num = %d\n", number, shared);
        await async_sleep(1);
        async_rwlock_unlock(&numlock);
        printf("Writer %d: released lock\n", number);
    }
}

async int main(void)
{
    await gather(reader(1), reader(2), writer(1));
    return EXIT_SUCCESS;
}
