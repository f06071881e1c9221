/*
 * two_loops.c - two threads with a loop each, again and again, that share what a process has once: signals, children,
 * threads for blocking calls, the default loop. For ThreadSanitizer: see drivers/tsan.sh. Ends with 0 if all ran.
 */
#include <asyncc.h>
#include <asyncc/dns.h>
#include <asyncc/fs.h>
#include <asyncc/process.h>
#include <asyncc/random.h>
#include <asyncc/signal.h>
#include <asyncc/thread.h>

#include <netdb.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { THREADS = 2, ROUNDS = 20 };

static int seen[THREADS]; /* what one thread wrote and the runtime hands to another: no lock of its own */

static void add_one(void *count)
{
    ++*(int *)count;
}

static async void add_there(void *count)
{
    ++*(int *)count;
    await async_yield();
}

static async int add_and_tell(void *count)
{
    await add_there(count);
    return *(int *)count;
}

static async int child(void)
{
    const char *const args[] = { "true", NULL };
    struct async_process *process;
    int status = -1, error = async_process_start(
                         &(struct async_process_options){ .file = "/bin/true", .args = args }, &process);
    if (error == 0)
        error = await async_process_wait(process, &status, NULL);
    async_process_close(process);
    return error ? error : status;
}

static async int caught(int number)
{
    struct async_signal *signal;
    int error = async_signal_open(number, &signal), count;
    if (error)
        return error;
    defer async_signal_close(signal);
    kill(getpid(), number); /* each thread's sends it to both */
    count = await async_signal_wait(signal);
    return count > 0 ? 0 : count;
}

static async int files(void)
{
    char *text, bytes[8];
    size_t size;
    struct addrinfo *addresses;
    int error = await async_fs_read_file("/etc/hostname", &text, &size);
    if (error == 0)
        free(text);
    error = await async_random(bytes, sizeof bytes);
    if (error == 0)
        error = await async_getaddrinfo("127.0.0.1", NULL, NULL, &addresses);
    if (error == 0)
        async_freeaddrinfo(addresses);
    return error;
}

static async int round_of(int *count)
{
    int a, b, c, d, before = *count;
    await gather(a = child(), b = caught(SIGUSR1), c = files(), d = async_to_thread(add_one, count));
    await async_sleep(0.001);
    return a || b || c || d ? -1 : *count == before + 1 ? 1 : -2;
}

/* ---- tasks sent from one to the other ---- */

static struct async_remote *_Atomic there;
static _Atomic int is_over;

static async void serve(void)
{
    there = async_remote_self();
    while (!is_over)
        await async_sleep(0.001);
}

static void *run_server(void *unused)
{
    (void)unused;
    async_run(serve());
    return NULL;
}

static async int send_all(struct async_remote *remote, int *count)
{
    for (int i = 0; i < ROUNDS; i++) {
        if (await async_remote_call(remote, add_and_tell, count) != i * 2 + 1)
            return -1;
        if (async_remote_spawn(remote, add_there, count) != 0)
            return -2;
    }
    return 0;
}

static void *run_rounds(void *count)
{
    for (int i = 0; i < ROUNDS; i++) {
        int result = async_run(round_of(count));
        if (result != 1) {
            fprintf(stderr, "a round: %d\n", result);
            exit(1);
        }
    }
    return NULL;
}

int main(void)
{
    pthread_t threads[THREADS];
    for (int i = 0; i < THREADS; i++)
        pthread_create(&threads[i], NULL, run_rounds, &seen[i]);
    for (int i = 0; i < THREADS; i++)
        pthread_join(threads[i], NULL);
    pthread_create(&threads[0], NULL, run_server, NULL);
    while (!there)
        sched_yield();
    seen[0] = 0;
    int error = async_run(send_all(there, &seen[0]));
    is_over = 1;
    pthread_join(threads[0], NULL);
    async_remote_release(there);
    if (error)
        fprintf(stderr, "sending: %d\n", error);
    return error != 0;
}
