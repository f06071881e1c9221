/*
 * file.c [DIRECTORY] - copying a file block by block, ours beside libuv's: CPU time of the whole process, libuv's threads included.
 * The file is in memory after the first time. They take turns, each in a process of its own.
 */
#include "bench.h"

#include "file.h"
#include "forked.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { BLOCKS = 128 };

static char from[1024], to[1024];
static void (*copy)(const char *from, const char *to);

static void write_file(const char *path, int blocks)
{
    static char block[FILE_BLOCK];
    FILE *file = fopen(path, "wb");
    int ok = file != NULL;
    for (int i = 0; i < blocks && ok; i++) {
        memset(block, i, sizeof block);
        ok = fwrite(block, sizeof block, 1, file) == 1;
    }
    if (!ok || fclose(file) != 0)
        bench_fail(path, "cannot be written");
}

/* Whether both files have the same in them. */
static int same_files(void)
{
    static char a[FILE_BLOCK], b[FILE_BLOCK];
    FILE *first = fopen(from, "rb"), *second = fopen(to, "rb");
    int same = first && second;
    for (size_t n = 1; same && n;) {
        n = fread(a, 1, sizeof a, first);
        same = fread(b, 1, sizeof b, second) == n && memcmp(a, b, n) == 0;
    }
    if (first)
        fclose(first);
    if (second)
        fclose(second);
    return same;
}

static void measure(double *figure)
{
    double start = bench_cpu();
    copy(from, to);
    *figure = (bench_cpu() - start) * 1e9 / BLOCKS;
    if (!same_files())
        bench_fail(to, "is no copy");
    unlink(to);
}

int main(int argc, char **argv)
{
    static double samples[2][BENCH_MAX_ROUNDS];
    int rounds = bench_rounds(301);
    const char *directory = argc > 1 ? argv[1] : ".";
    snprintf(from, sizeof from, "%s/bench_file_%ld", directory, (long)getpid());
    snprintf(to, sizeof to, "%s/bench_file_%ld.copy", directory, (long)getpid());
    write_file(from, BLOCKS);
    for (int i = 0; i < rounds; i++) {
        for (int k = 0; k < 2; k++) {
            int which = (i + k) % 2;
            copy = which == 0 ? file_copy_ours : file_copy_uv;
            forked(measure, &samples[which][i], 1);
        }
    }
    unlink(from);
    bench_print("copying a file, a block of 64 KiB / uv", "ns CPU", samples[0], samples[1], rounds, "1.03x");
    return 0;
}
