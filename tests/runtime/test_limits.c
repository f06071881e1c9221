/*
 * test_limits.c - where the system has little to give: small stacks, no descriptors, no threads.
 */
#include "scenario.h"

#include <asyncc/dns.h>
#include <asyncc/fs.h>
#include <asyncc/fs_watch.h>
#include <asyncc/random.h>
#include <asyncc/tcp.h>
#include <asyncc/thread.h>
#include <asyncc/uv.h>

#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <uv.h>

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

/* ---- tasks for a loop that ends ---- */

static async void marks(void *runs)
{
    defer (*(int *)runs)++;
    (*(int *)runs)++;
    await async_sleep(1);
    (*(int *)runs) += 100;
}

static async void sends_too_late(void *remote)
{
    static int runs;
    defer assert_int_equal(async_remote_spawn(remote, marks, &runs), UV_ESRCH);
    await async_sleep(1);
    runs++;
}

static async int sends_in_the_end(int *runs)
{
    struct async_remote *self = async_remote_self();
    assert_non_null(self);
    defer async_remote_release(self);
    spawn(sends_too_late(self));
    await async_yield();
    return async_remote_spawn(self, marks, runs);
}

static void a_task_that_was_sent_begins(void **state)
{
    (void)state;
    int runs = 0;
    assert_int_equal(async_run(sends_in_the_end(&runs)), 0);
    assert_int_equal(runs, 2);
}

/* ---- threads ---- */

/* From now on this process has room for so many threads besides its first; the user is one who has no other process. */
static int limit_threads(unsigned threads)
{
    struct rlimit limit = { threads + 1, threads + 1 };
    setenv("UV_THREADPOOL_SIZE", "4", 1);
    return setgid(65534) == 0 && setuid((uid_t)(1000000 + getpid())) == 0 && setrlimit(RLIMIT_NPROC, &limit) == 0;
}

static void add_seven(void *sum)
{
    *(int *)sum += 7;
}

static void told(const char *what, int error)
{
    fprintf(stderr, "%s %s\n", what, error ? uv_err_name(error) : "ok");
}

static async int read_a_file(void)
{
    char *data;
    size_t size;
    int error = await async_fs_read_file("/dev/null", &data, &size);
    if (error == 0)
        free(data);
    return error;
}

static async int needs_threads(void)
{
    char bytes[8];
    struct addrinfo *addresses;
    struct async_dir *dir;
    struct async_fs_poll *poll;
    struct async_stream *stream;
    int sum = 0, file = open("/dev/null", O_RDONLY);
    told("file", await read_a_file());
    told("open", await async_fs_open("/dev/null", O_RDONLY, 0));
    told("directory", await async_fs_opendir("/", &dir));
    told("watch", async_fs_poll_open("/dev/null", 1000, &poll));
    told("random", await async_random(bytes, sizeof bytes));
    told("name", await async_getaddrinfo("localhost", NULL, NULL, &addresses));
    told("connect", await async_tcp_connect("localhost", 1, &stream));
    told("thread", await async_to_thread(add_seven, &sum));
    told("close", await async_fs_close(file));
    return sum;
}

static void run_without_threads(void)
{
    if (limit_threads(0))
        async_run(needs_threads());
}

static void without_threads_there_are_errors(void **state)
{
    (void)state;
    int signal;
    if (getuid() != 0)
        skip();
    assert_string_equal(stderr_of(run_without_threads, &signal),
                        "file EAGAIN\nopen EAGAIN\ndirectory EAGAIN\nwatch EAGAIN\nrandom EAGAIN\nname EAGAIN\n"
                        "connect EAGAIN\nthread EAGAIN\nclose ok\n");
    assert_int_equal(signal, 0);
}

static void run_with_too_few(void)
{
    if (limit_threads(3))
        told("3", async_run(read_a_file()));
}

static void run_with_just_enough(void)
{
    if (limit_threads(4))
        told("4", async_run(read_a_file()));
}

static void all_of_libuvs_threads_are_needed(void **state)
{
    (void)state;
    int signal;
    if (getuid() != 0)
        skip();
    assert_string_equal(stderr_of(run_with_too_few, &signal), "3 EAGAIN\n");
    for (int i = 0; i < 20; i++) /* none of those that were tried is still in the way */
        assert_string_equal(stderr_of(run_with_just_enough, &signal), "4 ok\n");
}

/* ---- forks ---- */

static int gate[2];
static _Atomic int is_waiting;

static void wait_at_gate(void *passed)
{
    is_waiting = 1;
    *(int *)passed += (int)read(gate[0], &(char){ 0 }, 1);
}

static async void in_the_child(task(int) first, task(int) second)
{
    int sum = 0;
    uv_loop_fork(async_uv_loop());
    told("thread", await async_to_thread(add_seven, &sum));
    task_cancel(first);
    task_cancel(second);
    for (int i = 0; i < 10; i++)
        await async_yield();
    told("begun", task_status(first));
    told("queued", task_status(second));
    task_unref(first);
    task_unref(second);
    told("file", await read_a_file());
    fprintf(stderr, "%d\n", sum);
}

static async int forks(void)
{
    int passed = 0, sum = 0;
    async_thread_set_limit(1);
    (void)await async_to_thread(add_seven, &sum);
    task(int) first = create_task(async_to_thread(wait_at_gate, &passed));
    task(int) second = create_task(async_to_thread(add_seven, &sum));
    while (!is_waiting)
        await async_yield();
    pid_t child = fork();
    if (child == 0) {
        alarm(60);
        await in_the_child(first, second);
        return 0;
    }
#pragma asyncc diagnostic ignored "-Wblocking-call"
    waitpid(child, NULL, 0);
    (void)!write(gate[1], "", 1);
    (void)await gather(join(first), join(second));
    fprintf(stderr, "%d %d\n", passed, sum);
    return 0;
}

static void run_forks(void)
{
    if (pipe(gate) == 0)
        async_run(forks());
}

static void the_child_of_a_fork_has_threads_of_its_own(void **state)
{
    (void)state;
    int signal;
    assert_string_equal(stderr_of(run_forks, &signal),
                        "thread ok\nbegun ECANCELED\nqueued ECANCELED\nfile ok\n7\n1 14\n");
    assert_int_equal(signal, 0);
}

/* ---- aborts ---- */

static async void aborts(void)
{
    await async_yield();
    errno = EMFILE;
    abort();
}

static void run_aborts(void)
{
    async_run(aborts());
}

static async void runs(void)
{
    struct sigaction now;
    sigaction(SIGABRT, NULL, &now);
    assert_ptr_not_equal(now.sa_handler, SIG_DFL);
}

static void an_abort_says_where(void **state)
{
    (void)state;
    int signal;
    struct sigaction now;
    const char *said = stderr_of(run_aborts, &signal);
    assert_int_equal(strncmp(said, "asyncc: aborted in 'aborts' (", 29), 0);
    assert_non_null(strstr(said, "; the last error of a system call: EMFILE\n"));
    assert_int_equal(signal, SIGABRT);
    async_run(runs());
    sigaction(SIGABRT, NULL, &now);
    assert_ptr_equal(now.sa_handler, SIG_DFL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(calls_nest_in_threads_of_small_stacks),
        TEST(a_run_without_descriptors_says_so),
        TEST(a_task_that_was_sent_begins),
        TEST(without_threads_there_are_errors),
        TEST(all_of_libuvs_threads_are_needed),
        TEST(the_child_of_a_fork_has_threads_of_its_own),
        TEST(an_abort_says_where),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
