/*
 * soak CONNECTIONS SECONDS [SEED] - an echo server, and in another process so many clients at once, for so long: when
 * all are connected they begin, and each second a tenth of them is cancelled. At the end there must be, in both
 * processes, as many descriptors, and as much of the runtime's memory, as before.
 */
#include "accounts.h"
#include "traffic.h"

#include <asyncc/pipe.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST = 20000 };
static const char *const kinds[TRAFFIC_KINDS] = { "polite", "slow", "left", "reset", "out of time" };

static uint64_t cancelled;

/* Tells its port, and serves until the other process has closed its end. What is left then is cancelled. */
static async int server(int channel)
{
    struct async_stream *parent;
    char end;
    int error = async_pipe_open(channel, 0, &parent);
    if (error || (error = traffic_listen()) != 0)
        return error;
    error = await async_stream_write(parent, &traffic.port, sizeof traffic.port);
    await async_stream_read(parent, &end, 1);
    return error;
}

/* Each second a tenth of the clients is cancelled, and others take their places. */
static async void storm(task(void) *clients, int count, double until)
{
    while (async_time() < until) {
        await async_sleep(1);
        for (int i = 0; i < count; i++) {
            if (traffic_chance(10) || !task_cancel(clients[i]))
                continue;
            cancelled++;
            task_unref(clients[i]);
            clients[i] = create_task(traffic_client(until));
        }
    }
}

static async void soak(int count, double seconds)
{
    static task(void) clients[MOST];
    double until = async_time() + seconds;
    traffic.together = (uint64_t)count;
    for (int i = 0; i < count; i++)
        clients[i] = create_task(traffic_client(until));
    while (traffic.most < traffic.together && async_time() < until)
        await async_sleep(0.1);
    traffic.together = 0;
    await storm(clients, count, until);
    await async_wait(clients, (size_t)count, ASYNC_ALL_COMPLETED);
    for (int i = 0; i < count; i++)
        task_unref(clients[i]);
}

static int run_server(int channel)
{
    int before = accounts_descriptors();
    int error = async_run(server(channel));
    printf("%" PRIu64 " connections were served\n", traffic.served);
    return error || accounts_check("server", before - 1) ? EXIT_FAILURE : EXIT_SUCCESS; /* the channel was the loop's */
}

static int run_clients(int count, double seconds, int channel, pid_t server)
{
    int status, before = accounts_descriptors();
    if (read(channel, &traffic.port, sizeof traffic.port) != sizeof traffic.port)
        return EXIT_FAILURE;
    async_run(soak(count, seconds));
    printf("at most %" PRIu64 " connections at once, %" PRIu64 " bytes compared, %" PRIu64 " clients cancelled, %" PRIu64
           " refused by the system, %" PRIu64 " cut short\n",
           traffic.most, traffic.compared, cancelled, traffic.refused, traffic.cut);
    for (int i = 0; i < TRAFFIC_KINDS; i++)
        printf("%s: %" PRIu64 "%s", kinds[i], traffic.sessions[i], i < TRAFFIC_KINDS - 1 ? ", " : "\n");
    int wrong = accounts_check("clients", before) || traffic.cut || traffic.most < (uint64_t)count;
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
    traffic_seed(argc > 3 ? strtoull(argv[3], NULL, 0) : 1);
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
    accounts_begin();
    async_run(async_yield()); /* libuv has some descriptors for good */
    int channel[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, channel) != 0)
        return EXIT_FAILURE;
    pid_t pid = fork();
    close(channel[pid != 0]);
    return pid ? run_clients(count, seconds, channel[0], pid) : run_server(channel[1]);
}
