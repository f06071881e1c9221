/*
 * soak CONNECTIONS SECONDS [SEED] - an echo server, and in another process so many clients at once, for so long. Clients
 * are polite, slow, half-close, leave in the middle, reset, or run out of time; and each second a tenth of them is
 * cancelled. What comes back is compared byte for byte. At the end there must be, in both processes, as many
 * descriptors, and as much of the runtime's memory, as before.
 */
#include <asyncc/pipe.h>
#include <asyncc/tcp.h>

#include "core/memory.h"
#include "core/pool.h"

#include <dirent.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <uv.h>

enum { LISTENERS = 16, MOST = 20000 };
enum kind { POLITE, SLOW, LEAVES, RESETS, HURRIES, KINDS };
static const char *const kinds[KINDS] = { "polite", "slow", "left", "reset", "out of time" };

static int port;
static double until; /* when no more sessions begin */
static struct {
    uint64_t sessions[KINDS], compared, cancelled, refused, served, most, now;
} figures;

/* ---- chance: splitmix64 ---- */

static uint64_t chance_state;

static uint64_t chance(uint64_t below)
{
    uint64_t z = chance_state += 0x9e3779b97f4a7c15u;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return (z ^ z >> 31) % below;
}

/* ---- the server ---- */

static async void echo(struct async_stream *stream)
{
    defer async_stream_close(stream);
    figures.served++;
    if (await async_stream_copy(stream, stream) >= 0)
        await async_stream_shutdown(stream);
}

static async void serve(struct async_listener *listener)
{
    struct async_stream *stream;
    int error;
    while ((error = await async_accept(listener, &stream)) != UV_ECANCELED) {
        if (error == 0 && spawn(echo(stream)) != 0)
            async_stream_close(stream);
    }
}

static int listen_everywhere(void)
{
    for (int i = 0; i < LISTENERS; i++) {
        struct async_listener *listener;
        char host[32];
        snprintf(host, sizeof host, "127.0.0.%d", i + 1);
        int error = async_tcp_listen(host, port, 4096, &listener);
        if (error || spawn(serve(listener)) != 0)
            return error ? error : UV_ENOMEM;
        port = async_tcp_listener_port(listener);
    }
    return 0;
}

/* Tells its port, and serves until the other process has closed its end. What is left then is cancelled. */
static async int server(int channel)
{
    struct async_stream *parent;
    char end;
    int error = async_pipe_open(channel, 0, &parent);
    if (error || (error = listen_everywhere()) != 0)
        return error;
    error = await async_stream_write(parent, &port, sizeof port);
    await async_stream_read(parent, &end, 1);
    return error;
}

/* ---- clients ---- */

static char pattern(uint64_t seed, size_t at)
{
    return (char)((seed + at) * 0x9e3779b97f4a7c15u >> 56);
}

static async int send_all(struct async_stream *stream, uint64_t seed, size_t size)
{
    char data[8 * 1024];
    for (size_t at = 0; at < size;) {
        size_t n = 1 + chance(sizeof data);
        n = n < size - at ? n : size - at;
        for (size_t i = 0; i < n; i++)
            data[i] = pattern(seed, at + i);
        int error = await async_stream_write(stream, data, n);
        if (error)
            return error;
        at += n;
    }
    return await async_stream_shutdown(stream);
}

/* How many bytes came, at most `limit`. Aborts when one is wrong: nothing excuses that. */
static async int64_t receive_all(struct async_stream *stream, uint64_t seed, size_t limit, int is_slow)
{
    char data[4 * 1024];
    size_t at = 0;
    ssize_t n;
    while (at < limit && (n = await async_stream_read(stream, data, 1 + chance(sizeof data))) != 0) {
        if (n < 0)
            return n;
        for (ssize_t i = 0; i < n; i++, at++) {
            if (data[i] != pattern(seed, at)) {
                fprintf(stderr, "soak: byte %zu is wrong\n", at);
                abort();
            }
        }
        figures.compared += (uint64_t)n;
        if (is_slow)
            await async_sleep((double)chance(100) / 1000);
    }
    return (int64_t)at;
}

/* 0 or an error: of the machine, such as no port being free; a byte too few is the runtime's, and fatal. */
static async int talk(enum kind kind)
{
    struct async_stream *stream;
    char host[32];
    uint64_t seed = chance(UINT64_MAX);
    size_t size = chance(chance(8) ? 5000 : 300000);
    snprintf(host, sizeof host, "127.0.0.%d", (int)(1 + chance(LISTENERS)));
    int error = await async_tcp_connect(host, port, &stream), sent;
    if (error)
        return error;
    defer if (kind == RESETS) async_stream_reset(stream); else async_stream_close(stream);
    figures.now++;
    defer figures.now--;
    figures.most = figures.now > figures.most ? figures.now : figures.most;
    int64_t got;
    if (kind == LEAVES || kind == RESETS) {
        task(int) sender = create_task(send_all(stream, seed, size));
        if (!sender)
            return UV_ENOMEM;
        defer task_unref(sender);
        defer await async_wait(&sender, 1, ASYNC_ALL_COMPLETED);
        defer task_cancel(sender);
        got = await receive_all(stream, seed, chance(size + 1), 0);
        return got < 0 ? (int)got : 0;
    }
    await gather(sent = send_all(stream, seed, size), got = receive_all(stream, seed, size + 1, kind == SLOW));
    if (sent || got < 0)
        return sent ? sent : (int)got;
    if ((size_t)got != size) {
        fprintf(stderr, "soak: %zu bytes were sent, and %" PRId64 " came back\n", size, got);
        abort();
    }
    return 0;
}

static async void session(void)
{
    enum kind kind = (enum kind)chance(KINDS);
    int error = 0, late = 0;
    if (kind == HURRIES)
        late = await timeout((double)chance(200) / 1000, error = talk(kind));
    else
        error = await talk(kind);
    if (!late && error) {
        figures.refused++;
        await async_sleep(0.1);
    } else {
        figures.sessions[kind]++;
    }
}

static async void client(void)
{
    await async_sleep((double)chance(1000) / 1000);
    while (async_time() < until)
        await session();
}

/* ---- the whole ---- */

static int count_descriptors(void)
{
    int count = 0;
    DIR *directory = opendir("/proc/self/fd");
    while (directory && readdir(directory))
        count++;
    closedir(directory);
    return count;
}

static long blocks; /* of the runtime's memory */

static void *counting(void *old, size_t size)
{
    blocks += (size != 0) - (old != NULL);
    if (size)
        return realloc(old, size);
    free(old);
    return NULL;
}

/* Each second a tenth of the clients is cancelled, and others take their places. */
static async void storm(task(void) *clients, int count)
{
    while (async_time() < until) {
        await async_sleep(1);
        for (int i = 0; i < count; i++) {
            if (chance(10) || !task_cancel(clients[i]))
                continue;
            figures.cancelled++;
            task_unref(clients[i]);
            clients[i] = create_task(client());
        }
    }
}

static async void soak(int count, double seconds)
{
    static task(void) clients[MOST];
    until = async_time() + seconds;
    for (int i = 0; i < count; i++)
        clients[i] = create_task(client());
    await storm(clients, count);
    await async_wait(clients, (size_t)count, ASYNC_ALL_COMPLETED);
    for (int i = 0; i < count; i++)
        task_unref(clients[i]);
}

static long resident(void)
{
    long total = 0, pages = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (file && fscanf(file, "%ld %ld", &total, &pages) != 2)
        pages = 0;
    if (file)
        fclose(file);
    return pages * 4;
}

/* As it was before: 0. */
static int check(const char *who, int before)
{
    int after = count_descriptors();
    asyncc_pool_rest();
    printf("%s: descriptors: %d before, %d after; blocks of the runtime's left: %ld; resident: %ld KiB\n", who, before,
           after, blocks, resident());
    fflush(stdout);
    return before != after || blocks;
}

static int run_server(int channel)
{
    int before = count_descriptors();
    int error = async_run(server(channel));
    printf("%" PRIu64 " connections were served\n", figures.served);
    return error || check("server", before - 1) ? EXIT_FAILURE : EXIT_SUCCESS; /* the channel was the loop's */
}

static int run_clients(int count, double seconds, int channel, pid_t server)
{
    int status, before = count_descriptors();
    if (read(channel, &port, sizeof port) != sizeof port)
        return EXIT_FAILURE;
    async_run(soak(count, seconds));
    printf("at most %" PRIu64 " connections at once, %" PRIu64 " bytes compared, %" PRIu64 " clients cancelled, %" PRIu64
           " refused by the system\n",
           figures.most, figures.compared, figures.cancelled, figures.refused);
    for (int i = 0; i < KINDS; i++)
        printf("%s: %" PRIu64 "%s", kinds[i], figures.sessions[i], i < KINDS - 1 ? ", " : "\n");
    int wrong = check("clients", before);
    close(channel);
    if (waitpid(server, &status, 0) != server || status != 0)
        wrong = 1;
    return wrong ? EXIT_FAILURE : EXIT_SUCCESS;
}

int main(int argc, char **argv)
{
    int count = argc > 1 ? atoi(argv[1]) : 10000;
    double seconds = argc > 2 ? atof(argv[2]) : 120;
    struct rlimit limit;
    chance_state = argc > 3 ? strtoull(argv[3], NULL, 0) : 1;
    limit.rlim_cur = limit.rlim_max = 65536; /* only root can have more than it has */
    if (setrlimit(RLIMIT_NOFILE, &limit) != 0) {
        getrlimit(RLIMIT_NOFILE, &limit);
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
    if (count > MOST || (rlim_t)count + 1000 > limit.rlim_cur) {
        fprintf(stderr, "soak: %d connections need more descriptors than %lu\n", count, (unsigned long)limit.rlim_cur);
        return 77;
    }
    asyncc_memory = counting;
    async_run(async_yield()); /* libuv has some descriptors for good */
    int channel[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, channel) != 0)
        return EXIT_FAILURE;
    pid_t pid = fork();
    close(channel[pid != 0]);
    return pid ? run_clients(count, seconds, channel[0], pid) : run_server(channel[1]);
}
