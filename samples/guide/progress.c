/*
 * progress - a thread works, and says how far it is; meanwhile a task of the loop shows that, ten times a second.
 */
#include <asyncc/interval.h>
#include <asyncc/thread.h>

#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static atomic_int percentage;

static void download(void *arg)
{
    (void)arg;
    for (int done = 0; done <= 100; done += 5) {
        atomic_store(&percentage, done);
        usleep(20 * 1000);
    }
}

static async void show(void)
{
    struct async_interval tick;
    async_interval_init(&tick, 0.1, ASYNC_MISSED_SKIP);
    for (;;) {
        await async_interval_next(&tick);
        printf("Downloaded %d%%\n", atomic_load(&percentage));
    }
}

async int main(void)
{
    task(void) shower = create_task(show());
    if (!shower || await async_to_thread(download, NULL) != 0)
        return EXIT_FAILURE;
    task_cancel(shower);
    task_unref(shower);
    printf("Downloaded %d%%\n", atomic_load(&percentage));
    return EXIT_SUCCESS;
}
