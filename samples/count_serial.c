/*
 * Counting three times, in ordinary C: each count is over before the next begins.
 * Takes 9 seconds.
 */
#include <stdio.h>
#include <time.h>
#include <unistd.h>

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void count(void)
{
    sleep(1);
    puts("1");
    sleep(1);
    puts("2");
    sleep(1);
    puts("3");
}

int main(void)
{
    double start = now();
    for (int i = 0; i < 3; i++)
        count();
    printf("Total time elapsed: %.2f seconds\n", now() - start);
    return 0;
}
