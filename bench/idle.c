/*
 * idle.c - memory of a connection that waits for input, of the echo servers of echo.h: what is in use of the heap when
 * each of many connections has had one message, less what is with few of them, for each that there are more. Each server
 * runs in a process of its own; while it waits, another thread of that looks at the heap.
 */
#define _GNU_SOURCE
#include "bench.h"

#include "echo.h"
#include "forked.h"
#include "sockets.h"

#include <malloc.h>
#include <pthread.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

enum { FEW = 1000, MANY = 9000 };

static void (*server)(const int *sockets, int count);
static int connections;
static int clients_done; /* a pipe's end: a byte comes when all have had their message */
static int looked;       /* another's: and one goes when the heap was looked at */

static double heap_in_use(void)
{
    struct mallinfo2 info = mallinfo2();
    return (double)(info.uordblks + info.hblkhd);
}

static void *look_at_heap(void *figure)
{
    char byte;
    if (read(clients_done, &byte, 1) != 1)
        bench_fail("idle", "the clients have gone");
    *(double *)figure = heap_in_use();
    if (write(looked, &byte, 1) != 1)
        bench_fail("idle", "cannot write");
    return NULL;
}

static void play_clients(const int *clients, int done, int go_on)
{
    char byte = 'a';
    for (int i = 0; i < connections; i++)
        if (write(clients[i], &byte, 1) != 1 || read(clients[i], &byte, 1) != 1)
            bench_fail("idle", "no echo");
    if (write(done, &byte, 1) != 1 || read(go_on, &byte, 1) != 1)
        bench_fail("idle", "nobody looks");
    _exit(0);
}

static void measure(double *figure)
{
    static int servers[MANY], clients[MANY];
    int done[2], go_on[2], status;
    double before, after = 0;
    pthread_t thread;
    signal(SIGPIPE, SIG_IGN);
    if (!sockets_allow(2 * connections + 50) || pipe(done) != 0 || pipe(go_on) != 0)
        bench_fail("idle", "too few descriptors");
    sockets_connect_tcp(servers, clients, connections);
    pid_t child = fork();
    for (int i = 0; i < connections; i++)
        close(child ? clients[i] : servers[i]);
    if (child == 0)
        play_clients(clients, done[1], go_on[0]);
    clients_done = done[0];
    looked = go_on[1];
    if (pthread_create(&thread, NULL, look_at_heap, &after) != 0)
        bench_fail("idle", "no thread");
    before = heap_in_use();
    server(servers, connections);
    pthread_join(thread, NULL);
    *figure = after - before;
    if (waitpid(child, &status, 0) != child || status != 0)
        bench_fail("idle", "the clients failed");
}

static double bytes_each(void (*which)(const int *, int))
{
    double few, many;
    server = which;
    connections = FEW;
    forked(measure, &few, 1);
    connections = MANY;
    forked(measure, &many, 1);
    return (many - few) / (MANY - FEW);
}

static void compare(const char *what, void (*ours)(const int *, int), const char *target)
{
    static double samples[2][BENCH_MAX_ROUNDS];
    int rounds = bench_rounds(1);
    for (int i = 0; i < rounds; i++) {
        samples[0][i] = bytes_each(ours);
        samples[1][i] = bytes_each(echo_try_write);
    }
    bench_print(what, "B", samples[0], samples[1], rounds, target);
}

int main(void)
{
    compare("an idle connection's memory: copy / uv", echo_copy, "+200");
    compare("an idle connection's memory: read, write / uv", echo_ours, NULL);
    return 0;
}
