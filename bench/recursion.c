/*
 * recursion.c - a million awaits deep, a suspension at the bottom, and back.
 */
#include "bench.h"
#include "forked.h"

enum { DEPTH = 1000000 };
enum { NANOSECONDS, BYTES, FIGURES };

static async long down(long levels)
{
    if (levels == 0) {
        await async_yield();
        return 0;
    }
    return 1 + await down(levels - 1);
}

static void measure(double *figures)
{
    double before = bench_memory("VmRSS");
    uint64_t start = bench_now();
    if (async_run(down(DEPTH)) != DEPTH)
        bench_fail("recursion", "did not come to its end");
    figures[NANOSECONDS] = (double)(bench_now() - start) / DEPTH;
    figures[BYTES] = (bench_memory("VmHWM") - before) / DEPTH;
}

int main(void)
{
    static double nanoseconds[BENCH_MAX_ROUNDS], bytes[BENCH_MAX_ROUNDS];
    int rounds = bench_rounds(11);
    for (int round = 0; round < rounds; round++) {
        double figures[FIGURES];
        forked(measure, figures, FIGURES);
        nanoseconds[round] = figures[NANOSECONDS];
        bytes[round] = figures[BYTES];
    }
    bench_print("a million awaits deep: time of a level", "ns", nanoseconds, NULL, rounds, NULL);
    bench_print("a million awaits deep: peak memory of a level", "B", bytes, NULL, rounds, NULL);
    return 0;
}
