/*
 * A semaphore: six clients, two connections.
 */
#include <asyncc.h>
#include <asyncc/sync.h>
#include <stdio.h>

static struct async_semaphore connections = ASYNC_SEMAPHORE_INIT(2);
static double begin;

static async void query(int client)
{
    await async_semaphore_acquire(&connections);
    defer async_semaphore_release(&connections);
    await async_sleep(1);
    printf("client %d has its answer after %.0f seconds\n", client, async_time() - begin);
}

async int main(void)
{
    task(void) clients[6];
    begin = async_time();
    for (int i = 0; i < 6; i++)
        clients[i] = create_task(query(i));
    for (int i = 0; i < 6; i++)
        await join(clients[i]);
    return 0;
}
