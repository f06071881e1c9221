/*
 * shutdown [ROUNDS [CLIENTS [SEED]]] - SIGINT or SIGTERM at random moments, in the middle of all of it: the echo server
 * and its clients, each process with files, threads, name lookups, timers and locks beside. In each round both
 * processes are told to end, by one signal each.
 *
 * SIGINT is the runtime's: it cancels main, and the process ends by it. SIGTERM is caught by main, which returns then. In
 * both cases main must have ended before any other task is cancelled; then all of them have run their defers, and when
 * the loop is closed no connection, descriptor or memory is left.
 */
#include "accounts.h"
#include "traffic.h"

#include <asyncc/dns.h>
#include <asyncc/fs.h>
#include <asyncc/pipe.h>
#include <asyncc/signal.h>
#include <asyncc/sync.h>
#include <asyncc/thread.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <uv.h>

enum { TOLD = 3, PATIENCE = 60 };

static const char *who;
static int before;       /* descriptors */
static int begun, ended; /* tasks beside main */
static int early;        /* of those, ended when main had not */

/* ---- in the middle of all of it ---- */

static struct async_mutex mutex = ASYNC_MUTEX_INIT;

static async void use_files(void)
{
    char *data;
    size_t size;
    if (await async_fs_read_file("/proc/self/maps", &data, &size) == 0)
        free(data);
    int file = await async_fs_open("/dev/zero", 0, 0);
    defer if (file >= 0) await async_fs_close(file);
    char buffer[512];
    if (file >= 0)
        await async_fs_read(file, buffer, sizeof buffer, -1);
}

static void work(void *milliseconds)
{
    uv_sleep((unsigned)(size_t)milliseconds);
}

static async void use_threads(void)
{
    await async_to_thread(work, (void *)(size_t)traffic_chance(4));
}

static async void use_names(void)
{
    struct addrinfo *addresses;
    if (await async_getaddrinfo("localhost", NULL, NULL, &addresses) == 0)
        async_freeaddrinfo(addresses);
}

static async void use_locks(void)
{
    int late = await timeout(0.001, async_mutex_lock(&mutex));
    if (late)
        return;
    defer async_mutex_unlock(&mutex);
    await async_sleep((double)traffic_chance(3) / 1000);
}

static async void again_and_again(async void (*use)(void))
{
    begun++;
    defer ended++;
    for (;;) {
        await use();
        await async_yield();
    }
}

static async void client(void)
{
    begun++;
    defer ended++;
    await traffic_client(async_time() + PATIENCE);
}

static int bustle(int clients)
{
    static async void (*const uses[])(void) = { use_files, use_threads, use_names, use_locks, use_locks };
    int error = 0;
    for (size_t i = 0; i < sizeof uses / sizeof *uses && error == 0; i++)
        error = spawn(again_and_again(uses[i]));
    for (int i = 0; i < clients && error == 0; i++)
        error = spawn(client());
    return error;
}

/* ---- a process ---- */

/* Tells its port when all has begun, and ends when it is told to. */
static async int run(int channel, int clients)
{
    struct async_signal *terminate;
    struct async_stream *parent;
    defer early = ended;
    int error = async_signal_open(SIGTERM, &terminate);
    if (error || (error = async_pipe_open(channel, 0, &parent)) != 0)
        return error;
    if ((!clients && (error = traffic_listen()) != 0) || (error = bustle(clients)) != 0)
        return error;
    error = await async_stream_write(parent, &traffic.port, sizeof traffic.port);
    if (error)
        return error;
    await async_signal_wait(terminate);
    return TOLD;
}

/* After the loop is closed: 0 if nothing is left. */
static int check(void)
{
    int wrong = accounts_check(who, before - 1); /* the channel was the loop's */
    if (begun != ended || early || traffic.now) {
        printf("%s: %d tasks had begun, %d have ended, %d before main; %d connections are left\n", who, begun, ended, early,
               (int)traffic.now);
        wrong = 1;
    }
    fflush(stdout);
    return wrong;
}

/* Where the runtime ends the process by SIGINT, its loop is closed. The linker puts it in the place of the system's. */
int __real_raise(int number);
int __wrap_raise(int number);
int __wrap_raise(int number)
{
    if (check() != 0)
        _exit(EXIT_FAILURE);
    return __real_raise(number);
}

static pid_t begin(const char *name, int clients, int *channel)
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
        exit(EXIT_FAILURE);
    fflush(stdout);
    pid_t pid = fork();
    close(ends[pid == 0 ? 0 : 1]);
    *channel = ends[0];
    if (pid)
        return pid;
    who = name;
    before = accounts_descriptors();
    int value = async_run(run(ends[1], clients));
    exit(check() == 0 ? value : EXIT_FAILURE);
}

/* ---- a round ---- */

static void wait_for_port(int channel)
{
    if (read(channel, &traffic.port, sizeof traffic.port) == sizeof traffic.port)
        return;
    fprintf(stderr, "shutdown: a process has not begun\n");
    exit(EXIT_FAILURE);
}

static int tell(pid_t pid)
{
    int number = traffic_chance(2) ? SIGINT : SIGTERM;
    struct timespec moment = { 0, (long)traffic_chance(60000000) };
    nanosleep(&moment, NULL);
    kill(pid, number);
    return number;
}

/* Whether it has ended as it should. */
static int ended_by(pid_t pid, int number)
{
    int status;
    for (int i = 0; waitpid(pid, &status, WNOHANG) == 0; i++) {
        if (i == PATIENCE * 100) {
            fprintf(stderr, "shutdown: a process does not end\n");
            kill(pid, SIGKILL);
        }
        uv_sleep(10);
    }
    int right = number == SIGINT ? WIFSIGNALED(status) && WTERMSIG(status) == SIGINT
                                 : WIFEXITED(status) && WEXITSTATUS(status) == TOLD;
    if (!right)
        fprintf(stderr, "shutdown: after signal %d the status is 0x%x\n", number, (unsigned)status);
    return right;
}

static int play(int clients)
{
    int channels[2], numbers[2], right = 1, first = (int)traffic_chance(2);
    pid_t pids[2];
    traffic.port = 0;
    pids[0] = begin("server", 0, &channels[0]);
    wait_for_port(channels[0]);
    pids[1] = begin("clients", clients, &channels[1]);
    wait_for_port(channels[1]);
    numbers[first] = tell(pids[first]);
    numbers[!first] = tell(pids[!first]);
    for (int i = 0; i < 2; i++) {
        right &= ended_by(pids[i], numbers[i]);
        close(channels[i]);
    }
    return right;
}

int main(int argc, char **argv)
{
    int rounds = argc > 1 ? atoi(argv[1]) : 50, clients = argc > 2 ? atoi(argv[2]) : 100, wrong = 0;
    traffic_seed(argc > 3 ? strtoull(argv[3], NULL, 0) : 1);
    signal(SIGINT, SIG_DFL); /* a shell ignores it in what it runs in the background, and async_run leaves that so */
    accounts_begin();
    async_run(async_yield()); /* libuv has some descriptors for good */
    for (int i = 0; i < rounds; i++)
        wrong += !play(clients);
    printf("%d rounds, %d wrong\n", rounds, wrong);
    return wrong ? EXIT_FAILURE : EXIT_SUCCESS;
}
