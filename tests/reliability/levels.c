/*
 * levels.c - memory and descriptors stay level: forty operations, each in a long loop.
 *
 *     levels [FRACTION [NAME]] - that part of the rounds, 1 unless told; of one operation
 *
 * An operation's first rounds are its warming up; what the C library has given out, and the open descriptors, are counted
 * then and at the end. Operations without the kernel are done 10^7 times, in virtual time.
 */
#include "accounts.h"

#include <asyncc.h>
#include <asyncc/channel.h>
#include <asyncc/dns.h>
#include <asyncc/fs.h>
#include <asyncc/future.h>
#include <asyncc/group.h>
#include <asyncc/interval.h>
#include <asyncc/pipe.h>
#include <asyncc/process.h>
#include <asyncc/stream.h>
#include <asyncc/sync.h>
#include <asyncc/tcp.h>
#include <asyncc/thread.h>
#include <asyncc/udp.h>
#include <fcntl.h>
#include <malloc.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <uv.h>

enum { FEW = 1000, SOME = 100000, MANY = 10000000, LEVEL = 64 << 10 };

static struct async_mutex mutex;
static struct async_rwlock rwlock;
static struct async_semaphore semaphore = ASYNC_SEMAPHORE_INIT(1);
static struct async_condition condition;
static struct async_barrier barrier = ASYNC_BARRIER_INIT(2);
static struct async_event event;
static struct async_queue queue;

/* ---- what is called ---- */

static async int at_once(int n) { return n; }

static async int later(int n)
{
    await async_yield();
    return n;
}

static async int slow(int n)
{
    await async_sleep(n);
    return n;
}

static async int cleans(int n)
{
    defer await async_yield();
    await async_sleep(n);
    return n;
}

static async int passes(void)
{
    return await async_barrier_wait(&barrier);
}

static async int locks(void)
{
    await async_mutex_lock(&mutex);
    defer async_mutex_unlock(&mutex);
    await async_yield();
    return 0;
}

static async int notified(void)
{
    await async_mutex_lock(&mutex);
    defer async_mutex_unlock(&mutex);
    await async_condition_wait(&condition, &mutex);
    return 0;
}

static async int notifies(void)
{
    await async_yield();
    async_condition_notify_all(&condition);
    return 0;
}

static async int put_one(int n) { return await async_queue_put(&queue, &n); }

static async int get_one(void)
{
    int n = 0;
    await async_queue_get(&queue, &n);
    return n;
}

static async int accept_one(struct async_listener *listener)
{
    struct async_stream *stream;
    int error = await async_accept(listener, &stream);
    if (error == 0)
        async_stream_close(stream);
    return error;
}

static async int connect_one(int port)
{
    struct async_stream *stream;
    int error = await async_tcp_connect("127.0.0.1", port, &stream);
    if (error == 0)
        async_stream_close(stream);
    return error;
}

static void works(void *arg) { ++*(int *)arg; }

/* ---- the operations: 0, or what went wrong ---- */

static async int calls(void) { return await at_once(1) != 1; }
static async int calls_later(void) { return await later(1) != 1; }
static async int joins(void)
{
    task(int) t = create_task(later(2));
    return await join(t) != 2;
}
static async int shields(void)
{
    task(int) t = create_task(later(2));
    return await shield(t) != 2;
}
static async int forgets(void)
{
    task_unref(create_task(at_once(1)));
    await async_yield();
    return 0;
}
static async int spawns(void)
{
    int error = spawn(later(1));
    await async_yield();
    await async_yield();
    return error;
}
static async int yields(void)
{
    await async_yield();
    return 0;
}
static async int sleeps(void)
{
    await async_sleep(1);
    return 0;
}
static async int gathers(void)
{
    int a, b;
    await gather(a = later(1), b = at_once(2));
    return a + b != 3;
}
static async int races(void)
{
    int a = 0, b = 0;
    return await race(a = slow(5), b = at_once(2)) != 1 || a || b != 2;
}
static async int first_oks(void)
{
    int a = 0;
    return await first_ok(a = at_once(-1), a = later(2)) != 1 || a != 2;
}
static async int limits(void)
{
    int a = 0;
    return await timeout(5, a = later(1)) != 0 || a != 1;
}
static async int runs_out(void)
{
    int a = 0;
    return await timeout(1, a = slow(5)) != UV_ETIMEDOUT || a;
}
static async int cancels(void)
{
    task(int) t = create_task(cleans(5));
    await async_yield();
    task_cancel(t);
    await async_wait(&t, 1, ASYNC_ALL_COMPLETED);
    int status = task_status(t);
    task_unref(t);
    return status != UV_ECANCELED;
}
static async int waits(void)
{
    task(int) t[2] = { create_task(at_once(1)), create_task(slow(1)) };
    int ended = await async_wait(t, 2, ASYNC_FIRST_COMPLETED);
    ended += await async_wait_timeout(t, 2, ASYNC_ALL_COMPLETED, 2);
    task_unref(t[0]);
    task_unref(t[1]);
    return ended != 3;
}
static async int mutexes(void)
{
    await async_mutex_lock(&mutex);
    async_mutex_unlock(&mutex);
    return 0;
}
static async int contended(void)
{
    int a, b;
    await gather(a = locks(), b = locks());
    return a | b;
}
static async int rwlocks(void)
{
    await async_rwlock_read(&rwlock);
    async_rwlock_unlock(&rwlock);
    await async_rwlock_write(&rwlock);
    async_rwlock_unlock(&rwlock);
    return 0;
}
static async int semaphores(void)
{
    await async_semaphore_acquire(&semaphore);
    async_semaphore_release(&semaphore);
    return 0;
}
static async int conditions(void)
{
    int a, b;
    await gather(a = notified(), b = notifies());
    return a | b;
}
static async int barriers(void)
{
    int a, b;
    await gather(a = passes(), b = passes());
    return a + b != 1;
}
static async int events(void)
{
    async_event_set(&event);
    await async_event_wait(&event);
    async_event_clear(&event);
    return 0;
}
static async int latches(void)
{
    struct async_latch latch = ASYNC_LATCH_INIT(1);
    async_latch_count_down(&latch, 1);
    await async_latch_wait(&latch);
    return 0;
}
static async int queues(void)
{
    int one = 1, got = 0;
    int error = await async_queue_put(&queue, &one);
    error |= await async_queue_get(&queue, &got);
    return error || got != 1;
}
static async int queues_between(void)
{
    int got, error;
    await gather(got = get_one(), error = put_one(7));
    return error || got != 7;
}
static async int new_queues(void)
{
    struct async_queue fresh;
    int one = 1;
    async_queue_init(&fresh, sizeof one, 0);
    defer async_queue_deinit(&fresh);
    return await async_queue_put(&fresh, &one);
}
static async int oneshots(void)
{
    struct async_oneshot oneshot;
    int kept = 0, one = 1;
    async_oneshot_init(&oneshot, &kept, sizeof kept);
    async_oneshot_send(&oneshot, &one);
    return await async_oneshot_receive(&oneshot) || kept != 1;
}
static async int broadcasts(void)
{
    struct async_broadcast broadcast;
    struct async_receiver receiver;
    int one = 1, got = 0;
    if (async_broadcast_init(&broadcast, sizeof one, 4) != 0)
        return 1;
    defer async_broadcast_deinit(&broadcast);
    async_broadcast_subscribe(&broadcast, &receiver);
    async_broadcast_send(&broadcast, &one);
    return await async_broadcast_receive(&receiver, &got) || got != 1;
}
static async int futures(void)
{
    struct async_future future = ASYNC_FUTURE_INIT;
    async_future_set(&future, 5);
    return await async_future_wait(&future) != 5;
}
static async int groups(void)
{
    struct async_group group = ASYNC_GROUP_INIT(1);
    defer await async_group_close(&group);
    async_group_spawn(&group, later(1));
    async_group_spawn(&group, at_once(2));
    return await async_group_join(&group);
}
static async int completions(void)
{
    struct async_completions ended;
    task(int) t[2] = { create_task(later(1)), create_task(at_once(1)) };
    int count = 0;
    if (async_completions_init(&ended, t, 2) != 0)
        return 1;
    defer async_completions_deinit(&ended);
    while (await async_completions_next(&ended) >= 0)
        count++;
    task_unref(t[0]);
    task_unref(t[1]);
    return count != 2;
}
static async int intervals(void)
{
    struct async_interval interval;
    async_interval_init(&interval, 1, ASYNC_MISSED_BURST);
    return await async_interval_next(&interval) != 0;
}
static async int arrays(void)
{
    volatile int n = 5;
    int array[n];
    array[4] = n;
    await async_yield();
    return array[4] != 5;
}

/* ---- those of the kernel ---- */

static async int pipes(void)
{
    struct async_stream *ends[2];
    char text[4] = "";
    if (async_pipe_new(ends) != 0)
        return 1;
    defer async_stream_close(ends[0]);
    defer async_stream_close(ends[1]);
    return await async_stream_write(ends[1], "abc", 4) || await async_stream_read(ends[0], text, 4) != 4;
}
static async int pairs(void)
{
    struct async_stream *ends[2];
    char text[4] = "";
    if (async_pipe_pair(0, ends) != 0)
        return 1;
    defer async_stream_close(ends[0]);
    defer async_stream_close(ends[1]);
    return await async_stream_write(ends[1], "abc", 4) || await async_stream_read_exactly(ends[0], text, 4) != 4;
}
static async int files(void)
{
    char text[16];
    int file = await async_fs_open("/dev/zero", O_RDONLY, 0);
    ssize_t size = await async_fs_read(file, text, sizeof text, -1);
    await async_fs_close(file);
    return size != sizeof text;
}
static async int whole_files(void)
{
    char *data = NULL;
    size_t size;
    int error = await async_fs_read_file("/proc/self/stat", &data, &size);
    free(data);
    return error;
}
static async int stats(void)
{
    struct async_stat stat;
    return await async_fs_stat("/", &stat);
}
static async int connects(void)
{
    struct async_listener *listener;
    int a, b;
    if (async_tcp_listen("127.0.0.1", 0, 5, &listener) != 0)
        return 1;
    defer async_listener_close(listener);
    await gather(a = accept_one(listener), b = connect_one(async_tcp_listener_port(listener)));
    return a | b;
}
static async int datagrams(void)
{
    struct async_udp *udp;
    struct sockaddr_in to = { .sin_family = AF_INET, .sin_addr = { htonl(INADDR_LOOPBACK) } };
    if (async_udp_bind("127.0.0.1", 0, 0, &udp) != 0)
        return 1;
    defer async_udp_close(udp);
    to.sin_port = htons((unsigned short)async_udp_port(udp));
    return await async_udp_send(udp, "abc", 3, (struct sockaddr *)&to);
}
static async int names(void)
{
    struct addrinfo hints = { .ai_flags = AI_NUMERICHOST }, *found = NULL;
    int error = await async_getaddrinfo("127.0.0.1", "80", &hints, &found);
    async_freeaddrinfo(found);
    return error;
}
static async int threads(void)
{
    int n = 0;
    await async_to_thread(works, &n);
    return n != 1;
}
static async int processes(void)
{
    const char *args[] = { "true", NULL };
    struct async_process *process;
    int status = 1;
    if (async_process_start(&(struct async_process_options){ .file = "true", .args = args }, &process) != 0)
        return 1;
    defer async_process_close(process);
    return await async_process_wait(process, &status, NULL) || status;
}

/* ---- all of them ---- */

struct operation {
    const char *name;
    async int (*run)(void);
    long rounds;
};

#define OPERATION(name, rounds) { #name, name, rounds }
static const struct operation virtual[] = {
    OPERATION(calls, MANY),       OPERATION(calls_later, MANY),  OPERATION(joins, MANY),      OPERATION(shields, MANY),
    OPERATION(forgets, MANY),     OPERATION(spawns, MANY),       OPERATION(yields, MANY),     OPERATION(sleeps, MANY),
    OPERATION(gathers, MANY),     OPERATION(races, MANY),        OPERATION(first_oks, MANY),  OPERATION(limits, MANY),
    OPERATION(runs_out, MANY),    OPERATION(cancels, MANY),      OPERATION(waits, MANY),      OPERATION(mutexes, MANY),
    OPERATION(contended, MANY),   OPERATION(rwlocks, MANY),      OPERATION(semaphores, MANY), OPERATION(conditions, MANY),
    OPERATION(barriers, MANY),    OPERATION(events, MANY),       OPERATION(latches, MANY),    OPERATION(queues, MANY),
    OPERATION(queues_between, MANY), OPERATION(new_queues, MANY), OPERATION(oneshots, MANY),  OPERATION(broadcasts, MANY),
    OPERATION(futures, MANY),     OPERATION(groups, MANY),       OPERATION(completions, MANY), OPERATION(intervals, MANY),
    OPERATION(arrays, MANY),
}, real[] = {
    OPERATION(pipes, SOME),       OPERATION(pairs, SOME),        OPERATION(files, SOME),      OPERATION(whole_files, SOME),
    OPERATION(stats, SOME),       OPERATION(connects, SOME),     OPERATION(datagrams, SOME),  OPERATION(names, SOME),
    OPERATION(threads, SOME),     OPERATION(processes, FEW),
};

static double fraction = 1;
static const char *only;
static int failed, done;

static long given_out(void)
{
    struct mallinfo2 info = mallinfo2();
    return (long)(info.uordblks + info.hblkhd);
}

static async int rounds(const struct operation *operation, long count)
{
    int wrong = 0;
    for (long i = 0; i < count; i++)
        wrong |= await operation->run();
    return wrong;
}

static async void measure(const struct operation *operation)
{
    long count = (long)((double)operation->rounds * fraction);
    if (only && strcmp(only, operation->name) != 0)
        return;
    int wrong = await rounds(operation, count / 10 + 10), descriptors = accounts_descriptors();
    long before = given_out();
    wrong |= await rounds(operation, count);
    long more = given_out() - before;
    int opened = accounts_descriptors() - descriptors;
    done++;
    if (wrong || more > LEVEL || opened > 0) {
        printf("FAILED: %s: %ld rounds: wrong: %d; bytes: %ld, descriptors: %d more than before\n", operation->name, count,
               wrong, more, opened);
        failed = 1;
    }
}

static async int all(const struct operation *operations, size_t count)
{
    async_queue_init(&queue, sizeof(int), 4);
    for (size_t i = 0; i < count; i++)
        await measure(&operations[i]);
    async_queue_deinit(&queue);
    return 0;
}

int main(int argc, char **argv)
{
    if (argc > 1)
        fraction = atof(argv[1]);
    only = argc > 2 ? argv[2] : NULL;
    async_clock_set_virtual(1);
    async_run(all(virtual, sizeof virtual / sizeof *virtual));
    async_clock_set_virtual(0);
    async_run(all(real, sizeof real / sizeof *real));
    printf("%d operations, %g of their rounds\n", done, fraction);
    return failed;
}
