/*
 * sleepers.c - a million tasks asleep: resident memory, and CPU time to create them, let them sleep and wake.
 *
 * All sleep equally long, or each for another time. The floor, for orientation, is libuv's own timers: a
 * malloc'ed uv_timer_t each, closed when it has fired.
 */
#include "bench.h"
#include "forked.h"

#include <stdlib.h>
#include <uv.h>

enum { SLEEPERS = 1000000 };
enum { BYTES, SECONDS, FIGURES };

static int spread; /* whether each sleeps for another time */
static long awake;

/* From 0.5 to 1.5, in no order. */
static double seconds_of(long i)
{
    return spread ? 0.5 + (double)((uint32_t)i * 2654435761u) / 4294967296.0 : 1;
}

/* ---- ours ---- */

static async void sleeper(double seconds)
{
    await async_sleep(seconds);
    awake++;
}

static async void sleep_all(double *figures)
{
    double before = bench_memory("VmRSS");
    for (long i = 0; i < SLEEPERS; i++)
        if (spawn(sleeper(seconds_of(i))) != 0)
            bench_fail("sleepers", "no memory");
    await async_yield(); /* each has taken its first step then */
    figures[BYTES] = (bench_memory("VmRSS") - before) / SLEEPERS;
    while (awake < SLEEPERS)
        await async_sleep(0.1);
}

static void measure_ours(double *figures)
{
    double start = bench_cpu();
    async_run(sleep_all(figures));
    figures[SECONDS] = bench_cpu() - start;
}

static void measure_virtual(double *figures)
{
    async_clock_set_virtual(1);
    measure_ours(figures);
}

/* ---- libuv ---- */

static void on_closed(uv_handle_t *handle)
{
    free(handle);
}

static void on_timer(uv_timer_t *timer)
{
    awake++;
    uv_close((uv_handle_t *)timer, on_closed);
}

static void measure_libuv(double *figures)
{
    double start = bench_cpu(), before = bench_memory("VmRSS");
    uv_loop_t *loop = uv_default_loop();
    for (long i = 0; i < SLEEPERS; i++) {
        uv_timer_t *timer = malloc(sizeof *timer);
        if (!timer)
            bench_fail("sleepers", "no memory");
        uv_timer_init(loop, timer);
        uv_timer_start(timer, on_timer, (uint64_t)(seconds_of(i) * 1000), 0);
    }
    figures[BYTES] = (bench_memory("VmRSS") - before) / SLEEPERS;
    uv_run(loop, UV_RUN_DEFAULT);
    figures[SECONDS] = bench_cpu() - start;
    if (awake != SLEEPERS)
        bench_fail("libuv", "lost timers");
}

/* ---- both ---- */

static void compare(const char *memory, const char *cpu, void (*ours)(double *), void (*floor)(double *))
{
    static double bytes[2][BENCH_MAX_ROUNDS], seconds[2][BENCH_MAX_ROUNDS];
    int rounds = bench_rounds(5);
    if (rounds > 9)
        rounds = 9; /* each takes seconds */
    for (int round = 0; round < rounds; round++) {
        double figures[2][FIGURES] = { { 0 } };
        forked(ours, figures[0], FIGURES);
        if (floor)
            forked(floor, figures[1], FIGURES);
        for (int who = 0; who < 2; who++) {
            bytes[who][round] = figures[who][BYTES];
            seconds[who][round] = figures[who][SECONDS];
        }
    }
    if (memory)
        bench_print(memory, "B", bytes[0], floor ? bytes[1] : NULL, rounds, "100");
    bench_print(cpu, "s CPU", seconds[0], floor ? seconds[1] : NULL, rounds, "1");
}

int main(void)
{
    compare("a sleeper's memory / uv_timer_t's", "a million sleepers, 1 s / libuv's timers", measure_ours,
            measure_libuv);
    compare(NULL, "a million sleepers, 1 s, virtual clock", measure_virtual, NULL);
    spread = 1;
    compare(NULL, "a million sleepers, 0.5 to 1.5 s / libuv's timers", measure_ours, measure_libuv);
    compare(NULL, "a million sleepers, 0.5 to 1.5 s, virtual clock", measure_virtual, NULL);
    return 0;
}
