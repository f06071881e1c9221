/*
 * A condition: customers wait until what they want is in stock. The mutex belongs to the stock; waiting gives it back
 * and takes it again.
 */
#include <asyncc.h>
#include <asyncc/sync.h>
#include <stdio.h>

static struct async_mutex mutex = ASYNC_MUTEX_INIT;
static struct async_condition delivered = ASYNC_CONDITION_INIT;
static int stock;

static async void buy(int customer, int want)
{
    await async_mutex_lock(&mutex);
    defer async_mutex_unlock(&mutex);
    while (stock < want)
        await async_condition_wait(&delivered, &mutex);
    stock -= want;
    printf("customer %d has bought %d, %d left\n", customer, want, stock);
}

static async void deliver(int count)
{
    await async_mutex_lock(&mutex);
    defer async_mutex_unlock(&mutex);
    stock += count;
    printf("%d delivered\n", count);
    async_condition_notify_all(&delivered);
}

async int main(void)
{
    task(void) customers[] = { create_task(buy(1, 5)), create_task(buy(2, 2)), create_task(buy(3, 1)) };
    for (int i = 0; i < 3; i++) {
        await async_sleep(1);
        await deliver(3);
    }
    for (int i = 0; i < 3; i++)
        await join(customers[i]);
    return 0;
}
