/*
 * A mutex: between reading and writing the balance the task waits, and nobody else may come in between. The defer
 * gives the mutex back, also when a transfer is cancelled.
 */
#include <asyncc.h>
#include <asyncc/sync.h>
#include <stdio.h>

static struct async_mutex mutex = ASYNC_MUTEX_INIT;
static int balance = 100;

static async void withdraw(int amount)
{
    await async_mutex_lock(&mutex);
    defer async_mutex_unlock(&mutex);
    int before = balance;
    await async_sleep(1); /* asking the bank */
    balance = before - amount;
    printf("%d withdrawn, %d left\n", amount, balance);
}

async int main(void)
{
    await gather(withdraw(10), withdraw(20), withdraw(30));
    printf("%d\n", balance);
    return 0;
}
