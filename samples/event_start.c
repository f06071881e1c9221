/*
 * An event: everybody waits for the start.
 */
#include <asyncc.h>
#include <asyncc/sync.h>
#include <stdio.h>

static struct async_event start = ASYNC_EVENT_INIT;

static async void run(int number)
{
    printf("runner %d is ready\n", number);
    await async_event_wait(&start);
    printf("runner %d runs\n", number);
}

async int main(void)
{
    task(void) runners[3];
    for (int i = 0; i < 3; i++)
        runners[i] = create_task(run(i));
    await async_sleep(1);
    printf("go\n");
    async_event_set(&start);
    for (int i = 0; i < 3; i++)
        await join(runners[i]);
    return 0;
}
