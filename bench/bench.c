/*
 * bench.c - clocks, memory, medians, lines of the table. Plain C; the rounds are in rounds.c.
 */
#define _GNU_SOURCE
#include "bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

uint64_t bench_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

double bench_cpu(void)
{
    struct rusage use;
    getrusage(RUSAGE_SELF, &use);
    return (double)(use.ru_utime.tv_sec + use.ru_stime.tv_sec) +
           (double)(use.ru_utime.tv_usec + use.ru_stime.tv_usec) * 1e-6;
}

double bench_memory(const char *name)
{
    char line[256];
    size_t length = strlen(name);
    FILE *file = fopen("/proc/self/status", "r");
    double kilobytes = -1;
    while (file && kilobytes < 0 && fgets(line, sizeof line, file))
        if (strncmp(line, name, length) == 0 && line[length] == ':')
            kilobytes = strtod(line + length + 1, NULL);
    if (file)
        fclose(file);
    if (kilobytes < 0)
        bench_fail(name, "is not in /proc/self/status");
    return kilobytes * 1024;
}

int bench_rounds(int usual)
{
    const char *wanted = getenv("BENCH_ROUNDS");
    int rounds = wanted && atoi(wanted) > 0 ? atoi(wanted) : usual;
    if (rounds > BENCH_MAX_ROUNDS)
        rounds = BENCH_MAX_ROUNDS;
    return rounds | 1;
}

void bench_fail(const char *what, const char *why)
{
    fprintf(stderr, "%s: %s\n", what, why);
    exit(1);
}

static int by_size(const void *a, const void *b)
{
    double first = *(const double *)a, second = *(const double *)b;
    return (first > second) - (first < second);
}

static double median(double *samples, int count)
{
    qsort(samples, (size_t)count, sizeof *samples, by_size);
    return samples[count / 2];
}

void bench_print(const char *what, const char *unit, double *ours, double *floor, int rounds,
                 const char *target)
{
    printf("%s\t%s\t%.4f\t", what, unit, median(ours, rounds));
    if (floor)
        printf("%.4f\t", median(floor, rounds));
    else
        printf("-\t");
    printf("%s\n", target ? target : "-");
    fflush(stdout);
}
