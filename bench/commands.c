/*
 * commands.c - commands WHAT TARGET OUR_COMMAND... -- FLOOR_COMMAND...
 *
 * Runs the two commands in turn and prints a line with their wall-clock times. TARGET may be `-`.
 */
#define _GNU_SOURCE
#include "bench.h"

#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

extern char **environ;

/* Milliseconds that the command took. */
static double run(char **command)
{
    pid_t child;
    int status;
    uint64_t start = bench_now();
    if (posix_spawnp(&child, command[0], NULL, NULL, command, environ) != 0)
        bench_fail(command[0], "cannot be started");
    if (waitpid(child, &status, 0) != child || status != 0)
        bench_fail(command[0], "failed");
    return (double)(bench_now() - start) * 1e-6;
}

int main(int argc, char **argv)
{
    static double ours[BENCH_MAX_ROUNDS], floor[BENCH_MAX_ROUNDS];
    int rounds = bench_rounds(15), split = 3;
    while (split < argc && strcmp(argv[split], "--") != 0)
        split++;
    if (split == 3 || split + 1 >= argc)
        bench_fail("commands", "usage: commands WHAT TARGET OUR_COMMAND... -- FLOOR_COMMAND...");
    argv[split] = NULL;
    for (int round = -1; round < rounds; round++) { /* one to warm up */
        int at = round < 0 ? 0 : round;
        ours[at] = run(&argv[3]);
        floor[at] = run(&argv[split + 1]);
    }
    bench_print(argv[1], "ms", ours, floor, rounds, strcmp(argv[2], "-") == 0 ? NULL : argv[2]);
    return 0;
}
