/*
 * Sums, case 1: ordinary C. One sum after the other, and nothing else happens during the pauses.
 * Takes 5 seconds.
 */
#include <stdio.h>
#include <time.h>
#include <unistd.h>

static double start;

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void pause_1s(void)
{
    printf("Time: %.2f\n", now() - start);
    sleep(1);
}

static void sum(const char *name, const int *numbers, int count)
{
    int total = 0;
    for (int i = 0; i < count; i++) {
        printf("Task %s: Computing %d+%d\n", name, total, numbers[i]);
        pause_1s();
        total += numbers[i];
    }
    printf("Task %s: Sum = %d\n\n", name, total);
}

int main(void)
{
    start = now();
    sum("A", (const int[]){ 1, 2 }, 2);
    sum("B", (const int[]){ 1, 2, 3 }, 3);
    printf("Time: %.2f sec\n", now() - start);
    return 0;
}
