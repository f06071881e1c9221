/*
 * echo.c - CPU time of an echo server for one message, ours beside libuv's: 64 TCP connections, and a pair of local
 * sockets. Each server runs in a process of its own each time; the clients, in another one, use epoll alone. They
 * take turns.
 */
#define _GNU_SOURCE
#include "bench.h"

#include "echo.h"
#include "forked.h"
#include "sockets.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST = 64 };

static struct setup {
    const char *name;
    int tcp, connections, size;
    long messages;
} setups[] = {
    { "64 TCP, 1 byte", 1, 64, 1, 100000 },
    { "64 TCP, 4 KiB", 1, 64, 4096, 60000 },
    { "local pair, 1 byte", 0, 1, 1, 60000 },
    { "local pair, 4 KiB", 0, 1, 4096, 40000 },
};
static const struct setup *setup;
static void (*server)(const int *sockets, int count);

/* ---- the clients ---- */

static char data[4096];

static void send_message(int socket)
{
    if (write(socket, data, (size_t)setup->size) != setup->size)
        bench_fail("echo", "cannot write");
}

static void play_clients(const int *clients)
{
    int epoll = epoll_create1(0), got[MOST] = { 0 };
    long sent = setup->connections, received = 0;
    for (int i = 0; i < setup->connections; i++) {
        struct epoll_event event = { .events = EPOLLIN, .data.u32 = (uint32_t)i };
        epoll_ctl(epoll, EPOLL_CTL_ADD, clients[i], &event);
        send_message(clients[i]);
    }
    while (received < setup->messages) {
        struct epoll_event events[MOST];
        int count = epoll_wait(epoll, events, MOST, -1);
        for (int k = 0; k < count; k++) {
            int i = (int)events[k].data.u32;
            ssize_t n = read(clients[i], data, sizeof data);
            if (n <= 0)
                bench_fail("echo", "the server has gone");
            got[i] += (int)n;
            if (got[i] < setup->size)
                continue;
            got[i] = 0;
            received++;
            if (sent++ < setup->messages)
                send_message(clients[i]);
        }
    }
    _exit(0);
}

/* ---- measuring ---- */

static void measure(double *figures)
{
    int servers[MOST], clients[MOST], status;
    signal(SIGPIPE, SIG_IGN);
    if (setup->tcp)
        sockets_connect_tcp(servers, clients, setup->connections);
    else
        sockets_connect_pair(servers, clients);
    pid_t child = fork();
    for (int i = 0; i < setup->connections; i++)
        close(child ? clients[i] : servers[i]);
    if (child == 0)
        play_clients(clients);
    double start = bench_cpu();
    server(servers, setup->connections);
    figures[0] = (bench_cpu() - start) / (double)setup->messages * 1e9;
    if (waitpid(child, &status, 0) != child || status != 0)
        bench_fail("echo", "the clients failed");
}

enum { SERVERS = 5 };

static double samples[SERVERS][BENCH_MAX_ROUNDS];

/* A line; the samples are copied, since printing sorts them. */
static void print(const char *what, int ours, int floor, int rounds, const char *target)
{
    static double a[BENCH_MAX_ROUNDS], b[BENCH_MAX_ROUNDS];
    char line[128];
    memcpy(a, samples[ours], sizeof a);
    memcpy(b, samples[floor], sizeof b);
    snprintf(line, sizeof line, "echo, %s: %s", setup->name, what);
    bench_print(line, "ns CPU", a, b, rounds, target);
}

static void compare(void)
{
    static void (*const servers[SERVERS])(const int *sockets, int count) = { echo_ours, echo_copy, echo_try_write,
                                                                              echo_write, echo_try_write_own };
    int rounds = bench_rounds(15);
    for (int i = 0; i < rounds; i++) {
        for (int k = 0; k < SERVERS; k++) {
            int which = (i + k) % SERVERS;
            server = servers[which];
            forked(measure, &samples[which][i], 1);
        }
    }
    print("read, write / uv, tries", 0, 2, rounds, NULL);
    print("read, write / uv, tries, a buffer each", 0, 4, rounds, "1.05x");
    print("copy / uv, tries", 1, 2, rounds, "1.05x");
    print("read, write / uv_write", 0, 3, rounds, "1x");
}

int main(void)
{
    for (size_t i = 0; i < sizeof setups / sizeof *setups; i++) {
        setup = &setups[i];
        compare();
    }
    return 0;
}
