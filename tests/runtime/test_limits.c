/*
 * test_limits.c - where the system has little to give: small stacks, no descriptors, no threads.
 */
#include "scenario.h"

#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/* The sanitizers' frames are some times as large, and their reports need room. */
#ifdef __has_feature
#if __has_feature(address_sanitizer)
#define __SANITIZE_ADDRESS__ 1 /* as gcc says it */
#endif
#endif
#ifdef __SANITIZE_ADDRESS__
enum { STACK_FACTOR = 8 };
#else
enum { STACK_FACTOR = 1 };
#endif

/* ---- stacks ---- */

/* Down without a suspension, one suspension at the bottom. */
static async long down(long n)
{
    if (n == 0) {
        await async_yield();
        return 0;
    }
    long below = await down(n - 1);
    return below + 1;
}

static void *run_down(void *depth)
{
    *(long *)depth = async_run(down(*(long *)depth));
    return NULL;
}

static long down_in_thread(size_t stack, long depth)
{
    pthread_attr_t attributes;
    pthread_t thread;
    assert_int_equal(pthread_attr_init(&attributes), 0);
    assert_int_equal(pthread_attr_setstacksize(&attributes, stack), 0);
    assert_int_equal(pthread_create(&thread, &attributes, run_down, &depth), 0);
    pthread_join(thread, NULL);
    pthread_attr_destroy(&attributes);
    return depth;
}

static void calls_nest_in_threads_of_small_stacks(void **state)
{
    (void)state;
    static const size_t kib[] = { 32, 40, 48, 64, 72, 96, 128, 256 };
    for (size_t i = 0; i < sizeof kib / sizeof *kib; i++)
        assert_int_equal(down_in_thread(kib[i] * 1024 * STACK_FACTOR, 10000), 10000);
}

/* ---- descriptors ---- */

static void run_without_descriptors(void)
{
    struct rlimit limit = { 20, 20 };
    setrlimit(RLIMIT_NOFILE, &limit);
    while (fcntl(2, F_DUPFD_CLOEXEC, 3) >= 0)
        ;
    fprintf(stderr, "%ld\n", async_run(down(1)));
}

static void a_run_without_descriptors_says_so(void **state)
{
    (void)state;
    int signal;
    assert_string_equal(stderr_of(run_without_descriptors, &signal),
                        "asyncc: the loop cannot be made, nothing was run: too many open files (EMFILE)\n0\n");
    assert_int_equal(signal, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(calls_nest_in_threads_of_small_stacks),
        TEST(a_run_without_descriptors_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
