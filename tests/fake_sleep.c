/*
 * fake_sleep.c - a library for LD_PRELOAD, under which sleeping takes no time.
 *
 * sleep(), usleep() and nanosleep() move a clock on instead. In a program with the async runtime that is
 * the runtime's virtual clock. In any other it is a clock of this file's, which starts at 1,000,000 s and
 * which clock_gettime() and time() then show.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#define BILLION 1000000000LL

static long long fake_time = 1000000 * BILLION; /* nanoseconds */

static void (*runtime_advance(void))(double)
{
    static void (*advance)(double);
    static int known;
    if (!known) {
        void *symbol = dlsym(RTLD_DEFAULT, "async_clock_advance");
        __builtin_memcpy(&advance, &symbol, sizeof advance);
        known = 1;
    }
    return advance;
}

static void pass(long long nanoseconds)
{
    if (runtime_advance())
        runtime_advance()((double)nanoseconds / BILLION);
    else
        fake_time += nanoseconds;
}

unsigned sleep(unsigned seconds)
{
    pass(seconds * BILLION);
    return 0;
}

int usleep(useconds_t microseconds)
{
    pass(microseconds * 1000LL);
    return 0;
}

int nanosleep(const struct timespec *duration, struct timespec *left)
{
    pass(duration->tv_sec * BILLION + duration->tv_nsec);
    if (left)
        left->tv_sec = left->tv_nsec = 0;
    return 0;
}

int clock_gettime(clockid_t clock, struct timespec *now)
{
    if (runtime_advance() || (clock != CLOCK_MONOTONIC && clock != CLOCK_REALTIME))
        return (int)syscall(SYS_clock_gettime, clock, now); /* sets errno as clock_gettime does */
    now->tv_sec = fake_time / BILLION;
    now->tv_nsec = fake_time % BILLION;
    return 0;
}

time_t time(time_t *result)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (result)
        *result = now.tv_sec;
    return now.tv_sec;
}
