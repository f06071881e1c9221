/*
 * queue-cancel - too much work for the threads; after SIGINT what no thread has begun is cancelled.
 */
#include <asyncc/signal.h>
#include <asyncc/thread.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { JOBS = 20, THREADS = 4 };

static void busy(void *arg)
{
    (void)arg;
    usleep(300 * 1000);
}

static async int job(int number)
{
    int error = await async_to_thread(busy, NULL);
    fprintf(stderr, "%d done\n", number);
    return error;
}

async int main(void)
{
    struct async_signal *interrupt;
    task(int) tasks[JOBS];
    int done = 0, cancelled = 0;
    async_thread_set_limit(THREADS);
    if (async_signal_open(SIGINT, &interrupt) != 0)
        return EXIT_FAILURE;
    for (int i = 0; i < JOBS; i++) {
        tasks[i] = create_task(job(i));
        if (!tasks[i])
            return EXIT_FAILURE;
    }
    await async_yield();
    puts("working");
    fflush(stdout);
    await async_signal_wait(interrupt);
    for (int i = 0; i < JOBS; i++)
        task_cancel(tasks[i]);
    await async_wait(tasks, JOBS, ASYNC_ALL_COMPLETED);
    for (int i = 0; i < JOBS; i++) {
        done += task_status(tasks[i]) == 0;
        cancelled += task_status(tasks[i]) != 0;
    }
    printf("%d done, %d cancelled\n", done, cancelled);
    return EXIT_SUCCESS;
}
