/*
 * bench.h - measuring something of ours beside its floor, and printing one line for run.sh.
 *
 * Both are run in turn, in one process, so that whatever else the machine does hits both; what is printed are
 * the medians. A line is `what <tab> unit <tab> ours <tab> floor <tab> target`, with `-` for what there is not. A
 * target such as "1.5x" is one for the ratio, one such as "+200" for the difference, one such as "100" for ours itself.
 */
#ifndef BENCH_H
#define BENCH_H

#include <asyncc.h>

#include <stdint.h>

#define NOINLINE __attribute__((noinline))

enum { BENCH_MAX_ROUNDS = 1001 };

/* One line of the table. */
struct bench {
    const char *what;
    const char *target; /* NULL when there is none */
    long count;    /* how often it is done in a round, by ours and by the floor */
    async long (*ours)(long count);
    long (*floor)(long count);
};

/*
 * Measures the benches one after the other and prints their lines, in ns. Stops the program if ours and the
 * floor give different values: both must have done the work.
 *
 * With arguments `WHAT ours|floor COUNT`: only does that so often, and prints nothing, for callgrind.
 */
async int bench_all(const struct bench *benches, int count, int argc, char **argv);

/* Prints a line of medians. The samples are sorted in place; floor NULL: there is none. */
void bench_print(const char *what, const char *unit, double *ours, double *floor, int rounds,
                 const char *target);

/* Nanoseconds since some time or other. */
uint64_t bench_now(void);

/* CPU seconds of the process. */
double bench_cpu(void);

/* A figure of /proc/self/status, such as "VmRSS", in bytes. */
double bench_memory(const char *name);

/* How many rounds: BENCH_ROUNDS in the environment, otherwise as given. Odd, at most BENCH_MAX_ROUNDS. */
int bench_rounds(int usual);

_Noreturn void bench_fail(const char *what, const char *why);

#endif
