/*
 * signal - two threads, each with a loop of its own: the second one catches SIGUSR1 in two tasks. Ends when each has
 * had the signal twice.
 */
#include <asyncc/signal.h>

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

static async void catch(const char *name)
{
    struct async_signal *signal;
    if (async_signal_open(SIGUSR1, &signal) != 0)
        return;
    defer async_signal_close(signal);
    printf("%s waits\n", name);
    fflush(stdout);
    for (int left = 2; left > 0;) {
        left -= await async_signal_wait(signal);
        printf("%s: signal received\n", name);
    }
}

static async void one(void)
{
    await catch("first");
}

static async void two(void)
{
    await gather(catch("second"), catch("third"));
}

static void *thread(void *unused)
{
    (void)unused;
    async_run(two());
    return NULL;
}

int main(void)
{
    pthread_t other;
    if (pthread_create(&other, NULL, thread, NULL) != 0)
        return EXIT_FAILURE;
    async_run(one());
    pthread_join(other, NULL);
    return EXIT_SUCCESS;
}
