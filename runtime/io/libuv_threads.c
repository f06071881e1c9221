/*
 * libuv_threads.c - see libuv_threads.h.
 *
 * As many threads are made as libuv will make, as large as its own, and none ends before all are there. Then they end, and
 * libuv is to make its own at once. What ends last is the system's count of them, a little after the thread can be
 * joined: that is waited for. Another program of the same user can still take the place of one in between.
 */
#define _GNU_SOURCE
#include "libuv_threads.h"

#include <uv.h>

#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/syscall.h>
#endif

enum { MOST = 1024 };                         /* libuv's */
enum { SIZED_SINCE = (1 << 16) | (45 << 8) }; /* the version since when its threads have a size of their own */

atomic_int asyncc_libuv_has_threads;

static uv_once_t once = UV_ONCE_INIT;
static uv_mutex_t one_tries; /* two together might find too few */

/* libuv forgets its threads, too. */
static void in_child(void)
{
    atomic_store(&asyncc_libuv_has_threads, 0);
    uv_mutex_init(&one_tries);
}

static void init(void)
{
    uv_mutex_init(&one_tries);
    pthread_atfork(NULL, NULL, in_child);
}

struct trial {
    uv_thread_t thread;
    uv_sem_t *gate;
    long id;
};

static void wait_at_gate(void *argument)
{
    struct trial *trial = argument;
#ifdef __linux__
    trial->id = syscall(SYS_gettid);
#endif
    uv_sem_wait(trial->gate);
}

/* The thread has been joined: until the system does not know it any more, for a while. */
static void wait_for_end(const struct trial *trial)
{
#ifdef __linux__
    for (int i = 0; i < 10000 && syscall(SYS_tgkill, getpid(), trial->id, 0) == 0; i++)
        sched_yield();
#else
    (void)trial;
#endif
}

static unsigned wanted(void)
{
    const char *size = getenv("UV_THREADPOOL_SIZE");
    unsigned count = size ? (unsigned)atoi(size) : 4;
    return count < 1 ? 1 : count < MOST ? count : MOST;
}

static int try_to_make(struct trial *trials, unsigned count)
{
    uv_thread_options_t options = { .flags = uv_version() >= SIZED_SINCE ? UV_THREAD_HAS_STACK_SIZE : 0,
                                    .stack_size = 8u << 20 };
    uv_sem_t gate;
    unsigned made = 0;
    int error = uv_sem_init(&gate, 0);
    if (error)
        return error;
    while (made < count && error == 0) {
        trials[made].gate = &gate;
        error = uv_thread_create_ex(&trials[made].thread, &options, wait_at_gate, &trials[made]);
        made += error == 0;
    }
    for (unsigned i = 0; i < made; i++)
        uv_sem_post(&gate);
    for (unsigned i = 0; i < made; i++)
        uv_thread_join(&trials[i].thread);
    for (unsigned i = 0; i < made; i++)
        wait_for_end(&trials[i]);
    uv_sem_destroy(&gate);
    return error;
}

int asyncc_libuv_try_threads(void)
{
    unsigned count = wanted();
    struct trial *trials = malloc(count * sizeof *trials);
    int error = trials ? 0 : UV_ENOMEM;
    uv_once(&once, init);
    uv_mutex_lock(&one_tries);
    if (error == 0 && !atomic_load(&asyncc_libuv_has_threads))
        error = try_to_make(trials, count);
    if (error == 0)
        atomic_store(&asyncc_libuv_has_threads, 1);
    uv_mutex_unlock(&one_tries);
    free(trials);
    return error ? UV_EAGAIN : 0;
}
