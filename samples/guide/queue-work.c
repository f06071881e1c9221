/*
 * queue-work [N] - the first N Fibonacci numbers, computed by threads beside each other, and printed as they are done.
 */
#include <asyncc/thread.h>

#include <stdio.h>
#include <stdlib.h>

struct work {
    int n;
    long value;
};

static long fibonacci(int n)
{
    return n < 2 ? 1 : fibonacci(n - 1) + fibonacci(n - 2);
}

static void compute(void *arg)
{
    struct work *work = arg;
    work->value = fibonacci(work->n);
}

static async void fib(int n)
{
    struct work work = { .n = n };
    if (await async_to_thread(compute, &work) == 0)
        printf("%dth fibonacci is %ld\n", n, work.value);
}

async int main(int argc, char **argv)
{
    int count = argc > 1 ? atoi(argv[1]) : 25;
    task(void) tasks[64];
    count = count < 64 ? count : 64;
    for (int i = 0; i < count; i++) {
        tasks[i] = create_task(fib(i));
        if (!tasks[i])
            return EXIT_FAILURE;
    }
    for (int i = 0; i < count; i++)
        await join(tasks[i]);
    return EXIT_SUCCESS;
}
