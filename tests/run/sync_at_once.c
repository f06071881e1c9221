/* no elision */
/* order of tasks */
/* options: -D_GNU_SOURCE */
/* What can be had at once, or not: the functions of asyncc/sync.h that do not wait. */
#include <asyncc.h>
#include <asyncc/sync.h>
#include <stdio.h>
#include <uv.h>

static struct async_semaphore semaphore = ASYNC_SEMAPHORE_INIT(1);

static async void acquires(void)
{
    await async_semaphore_acquire(&semaphore);
    printf("acquired\n");
}

static async void semaphores(void)
{
    printf("semaphore: %d", async_semaphore_tryacquire(&semaphore) == 0);
    printf("%d\n", async_semaphore_tryacquire(&semaphore) == UV_EAGAIN);
    task(void) waits = create_task(acquires());
    await async_yield();
    async_semaphore_release(&semaphore);
    printf("it is who waits that gets it: %d\n", async_semaphore_tryacquire(&semaphore) == UV_EAGAIN);
    await join(waits);
    async_semaphore_release(&semaphore);
    printf("%d\n", async_semaphore_tryacquire(&semaphore) == 0);
}

static async void events(void)
{
    struct async_event event = ASYNC_EVENT_INIT;
    printf("event: %d", async_event_is_set(&event));
    async_event_set(&event);
    await async_event_wait(&event);
    printf("%d", async_event_is_set(&event));
    async_event_clear(&event);
    printf("%d\n", async_event_is_set(&event));
}

static void locks(void)
{
    struct async_mutex mutex = ASYNC_MUTEX_INIT;
    struct async_rwlock lock = ASYNC_RWLOCK_INIT;
    printf("mutex: %d", async_mutex_trylock(&mutex) == 0);
    printf("%d\n", async_mutex_trylock(&mutex) == UV_EBUSY);
    async_mutex_unlock(&mutex);
    printf("rwlock: %d", async_rwlock_tryread(&lock) == 0);
    printf("%d", async_rwlock_tryread(&lock) == 0);
    printf("%d", async_rwlock_trywrite(&lock) == UV_EBUSY);
    async_rwlock_unlock(&lock);
    async_rwlock_unlock(&lock);
    printf("%d", async_rwlock_trywrite(&lock) == 0);
    printf("%d\n", async_rwlock_tryread(&lock) == UV_EBUSY);
    async_rwlock_unlock(&lock);
}

async int main(void)
{
    await semaphores();
    await events();
    locks();
    return 0;
}
