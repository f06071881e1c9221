/*
 * A lock for many readers or one writer, in order: who comes to read after the writer came waits for it.
 */
#include <asyncc.h>
#include <asyncc/sync.h>
#include <stdio.h>

static struct async_rwlock lock = ASYNC_RWLOCK_INIT;
static int setting = 1;

static async void use(int reader)
{
    await async_rwlock_read(&lock);
    defer async_rwlock_unlock(&lock);
    await async_sleep(1);
    printf("reader %d uses %d\n", reader, setting);
}

static async void change(int value)
{
    await async_rwlock_write(&lock);
    defer async_rwlock_unlock(&lock);
    await async_sleep(1);
    setting = value;
    printf("changed to %d\n", setting);
}

async int main(void)
{
    await gather(use(1), use(2), change(2), use(3), use(4));
    return 0;
}
