/*
 * A queue with a bound and an end: the producer waits when the workers are slow; when it closes the queue, they finish
 * what is in it and end.
 */
#include <asyncc.h>
#include <asyncc/channel.h>
#include <stdio.h>

static async void produce(struct async_queue *queue)
{
    for (int job = 1; job <= 6; job++) {
        await async_queue_put(queue, &job);
        printf("job %d is in the queue\n", job);
    }
    async_queue_close(queue);
}

static async int consume(struct async_queue *queue, int worker)
{
    int job, count = 0;
    while (await async_queue_get(queue, &job) == 0) {
        await async_sleep(worker);
        printf("worker %d has done job %d\n", worker, job);
        count++;
    }
    return count;
}

async int main(void)
{
    struct async_queue queue;
    int first, second;
    async_queue_init(&queue, sizeof(int), 2);
    defer async_queue_deinit(&queue);
    await gather(produce(&queue), first = consume(&queue, 1), second = consume(&queue, 2));
    printf("%d and %d jobs\n", first, second);
    return 0;
}
