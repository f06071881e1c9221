/*
 * rounds.c - doing ours and the floor in turn. Async C: what is measured is awaited from here.
 */
#include "bench.h"

#include <stdlib.h>
#include <string.h>

/* Once each, ours first in even rounds: nanoseconds for one of `count`. */
static async void one_round(const struct bench *bench, int round, double *ours, double *floor)
{
    long count = bench->count, expected = 0;
    uint64_t start = bench_now();
    if (round % 2) {
        expected = bench->floor(count);
        *floor = (double)(bench_now() - start) / (double)count;
        start = bench_now();
    }
    long value = await bench->ours(count);
    *ours = (double)(bench_now() - start) / (double)count;
    if (round % 2 == 0) {
        start = bench_now();
        expected = bench->floor(count);
        *floor = (double)(bench_now() - start) / (double)count;
    }
    if (value != expected)
        bench_fail(bench->what, "ours and the floor give different values");
}

static async void measure(const struct bench *bench)
{
    static double ours[BENCH_MAX_ROUNDS], floor[BENCH_MAX_ROUNDS];
    int rounds = bench_rounds(51);
    for (int round = -3; round < rounds; round++) { /* three to warm up */
        int at = round < 0 ? 0 : round;
        await one_round(bench, round & 1, &ours[at], &floor[at]);
    }
    bench_print(bench->what, "ns", ours, floor, rounds, bench->target);
}

async int bench_all(const struct bench *benches, int count, int argc, char **argv)
{
    if (argc < 4) {
        for (int i = 0; i < count; i++)
            await measure(&benches[i]);
        return 0;
    }
    for (int i = 0; i < count; i++) {
        if (strcmp(benches[i].what, argv[1]) != 0)
            continue;
        long times = atol(argv[3]);
        if (strcmp(argv[2], "ours") == 0)
            await benches[i].ours(times);
        else
            benches[i].floor(times);
        return 0;
    }
    bench_fail(argv[1], "there is no such bench");
}
