/*
 * test_system.c - names, datagrams, processes, signals, random bytes and intervals.
 */
#include "scenario.h"

#include <asyncc/dns.h>
#include <asyncc/interval.h>
#include <asyncc/process.h>
#include <asyncc/random.h>
#include <asyncc/signal.h>
#include <asyncc/tcp.h>
#include <asyncc/thread.h>
#include <asyncc/udp.h>

#include <dlfcn.h>
#include <errno.h>
#include <netdb.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <uv.h>

/* ---- names ---- */

static async int names(void)
{
    struct addrinfo hints = { .ai_family = AF_INET, .ai_socktype = SOCK_STREAM }, *addresses;
    char host[64], small[2], service[16];
    int port;
    TRY(await async_getaddrinfo("127.0.0.1", "80", &hints, &addresses));
    defer async_freeaddrinfo(addresses);
    EXPECT(addresses->ai_family == AF_INET);
    TRY(await async_getnameinfo(addresses->ai_addr, NI_NUMERICHOST | NI_NUMERICSERV, host, sizeof host, service,
                                sizeof service));
    EXPECT(strcmp(host, "127.0.0.1") == 0 && strcmp(service, "80") == 0);
    EXPECT(await async_getnameinfo(addresses->ai_addr, NI_NUMERICHOST, small, sizeof small, NULL, 0) == UV_ENOBUFS);
    struct addrinfo *none;
    EXPECT(await async_getaddrinfo("no such name.invalid", NULL, NULL, &none) < 0 && !none);
    struct sockaddr_storage address;
    TRY(async_address_parse("::1", 53, &address));
    TRY(async_address_format(&address, host, sizeof host, &port));
    EXPECT(strcmp(host, "::1") == 0 && port == 53);
    EXPECT(async_address_parse("localhost", 53, &address) == UV_EINVAL);
    return 0;
}

/* ---- happy eyeballs: getaddrinfo below takes the place of the system's when `fake_addresses` is set ---- */

static const char *fake_addresses[5];
static int fake_port;

int getaddrinfo(const char *node, const char *service, const struct addrinfo *hints, struct addrinfo **result)
{
    static int (*real)(const char *, const char *, const struct addrinfo *, struct addrinfo **);
    struct addrinfo numeric = { .ai_flags = AI_NUMERICHOST, .ai_socktype = SOCK_STREAM }, **end = result;
    if (!real) {
        void *symbol = dlsym(RTLD_NEXT, "getaddrinfo");
        memcpy(&real, &symbol, sizeof real);
    }
    if (!fake_addresses[0] || strcmp(node, "a.name") != 0)
        return real(node, service, hints, result);
    *result = NULL;
    for (int i = 0; fake_addresses[i]; i++) {
        int error = real(fake_addresses[i], service, &numeric, end);
        if (error)
            return error;
        end = &(*end)->ai_next;
    }
    return 0;
}

/*
 * 127.0.0.2 does not answer: its backlog is full. The name has it first, and twice ::1, which refuses; after a
 * quarter of a second 127.0.0.1 is tried as well, and wins.
 */
static async int a_slow_address(int listening, const struct sockaddr_in *here)
{
    struct async_stream *stream, *fillers[2] = { 0 };
    int late, error = 0;
    defer async_stream_close(fillers[0]);
    defer async_stream_close(fillers[1]);
    (void)listening;
    for (int i = 0; i < 2; i++)
        late = await timeout(0.5, error = async_tcp_connect_to((const struct sockaddr *)here, &fillers[i]));
    (void)late;
    double start = async_time();
    error = await async_tcp_connect("a.name", fake_port, &stream);
    TRY(error);
    double took = async_time() - start;
    async_stream_close(stream);
    EXPECT(took >= 0.24 && took < 0.3);
    return 0;
}

static async int happy_eyeballs(void)
{
    struct async_listener *listener;
    struct sockaddr_in here = { .sin_family = AF_INET };
    TRY(async_tcp_listen("127.0.0.1", 0, 10, &listener));
    defer async_listener_close(listener);
    fake_port = async_tcp_listener_port(listener);
    here.sin_port = htons((uint16_t)fake_port);
    here.sin_addr.s_addr = htonl(INADDR_LOOPBACK + 1);
    int blocked = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    defer close(blocked);
    MUST(bind(blocked, (struct sockaddr *)&here, sizeof here) == 0 && listen(blocked, 0) == 0);
    fake_addresses[0] = "127.0.0.2";
    fake_addresses[1] = "127.0.0.1";
    fake_addresses[2] = "::1";
    fake_addresses[3] = "::1";
    defer fake_addresses[0] = NULL;
    return await a_slow_address(blocked, &here);
}

/* ---- datagrams ---- */

static async int datagrams(void)
{
    struct async_udp *a, *b;
    struct sockaddr_storage to, from;
    char buffer[16];
    TRY(async_udp_bind("127.0.0.1", 0, 0, &a));
    defer async_udp_close(a);
    TRY(async_udp_new(&b));
    defer async_udp_close(b);
    TRY(async_address_parse("127.0.0.1", async_udp_port(a), &to));
    struct sockaddr_in bound;
    socklen_t length = sizeof bound;
    EXPECT(getsockname(async_udp_fileno(a), (struct sockaddr *)&bound, &length) == 0 &&
           ntohs(bound.sin_port) == async_udp_port(a));
    /* what comes before anybody waits */
    int received = 0;
    for (int i = 0; i < 5; i++)
        TRY(await async_udp_send(b, "01234", (size_t)i, (struct sockaddr *)&to));
    for (int i = 0; i < 5; i++) {
        ssize_t n = 0;
        int late = await timeout(1, n = async_udp_receive(a, buffer, sizeof buffer, &from));
        TRY(late);
        TRY(n);
        EXPECT(n == i);
        received++;
    }
    int late;
    ssize_t n = 0;
    late = await timeout(1, n = async_udp_receive(a, buffer, sizeof buffer, NULL));
    EXPECT(late == UV_ETIMEDOUT && n == 0);
    TRY(await async_udp_send(b, "too much", 8, (struct sockaddr *)&to));
    EXPECT(await async_udp_receive(a, buffer, 3, NULL) == UV_EMSGSIZE && memcmp(buffer, "too", 3) == 0);
    TRY(async_udp_connect(b, (struct sockaddr *)&to));
    TRY(async_udp_try_send(b, "x", 1, NULL));
    EXPECT(await async_udp_receive(a, buffer, sizeof buffer, NULL) == 1);
    TRY(await async_udp_send(a, "back", 4, (struct sockaddr *)&from));
    EXPECT(await async_udp_receive(b, buffer, sizeof buffer, NULL) == 4);
    return 0;
}

static async int receive_one(struct async_udp *udp)
{
    char byte;
    ssize_t n = await async_udp_receive(udp, &byte, 1, NULL);
    return n == 1 ? byte : (int)n;
}

static async int receivers_in_turn(void)
{
    struct async_udp *udp;
    struct sockaddr_storage to;
    task(int) tasks[3] = { 0 };
    TRY(async_udp_bind("127.0.0.1", 0, 0, &udp));
    defer async_udp_close(udp);
    TRY(async_address_parse("127.0.0.1", async_udp_port(udp), &to));
    defer for (int i = 0; i < 3; i++) {
        if (tasks[i]) {
            task_cancel(tasks[i]);
            await async_wait(&tasks[i], 1, ASYNC_ALL_COMPLETED);
            task_unref(tasks[i]);
        }
    }
    for (int i = 0; i < 3; i++) {
        tasks[i] = create_task(receive_one(udp));
        if (!tasks[i])
            return UV_ENOMEM;
    }
    await async_yield();
    for (int i = 0; i < 2; i++)
        TRY(await async_udp_send(udp, "ab" + i, 1, (struct sockaddr *)&to));
    task_cancel(tasks[0]); /* before it, or after it has its datagram */
    int a = 0, b = 0, late;
    late = await timeout(1, a = join(task_ref(tasks[1])));
    EXPECT(late == 0 && a == 'a');
    late = await timeout(1, b = join(task_ref(tasks[2])));
    EXPECT(late == 0 && b == 'b');
    return 0;
}

static async int multicast(void)
{
    struct async_udp *udp;
    struct sockaddr_storage to;
    char buffer[4];
    TRY(async_udp_bind("0.0.0.0", 0, ASYNC_UDP_REUSEADDR, &udp));
    defer async_udp_close(udp);
    TRY(async_udp_membership(udp, "239.255.0.1", "127.0.0.1", 1));
    TRY(async_udp_multicast_interface(udp, "127.0.0.1"));
    TRY(async_udp_multicast_loop(udp, 1));
    TRY(async_udp_multicast_ttl(udp, 1));
    TRY(async_udp_broadcast(udp, 1));
    TRY(async_udp_ttl(udp, 2));
    TRY(async_address_parse("239.255.0.1", async_udp_port(udp), &to));
    TRY(await async_udp_send(udp, "all", 3, (struct sockaddr *)&to));
    ssize_t n = 0;
    TRY(await timeout(1, n = async_udp_receive(udp, buffer, sizeof buffer, NULL)));
    EXPECT(n == 3);
    return async_udp_membership(udp, "239.255.0.1", "127.0.0.1", 0);
}

/* ---- processes ---- */

static const struct async_stdio pipes[] = { { .kind = ASYNC_STDIO_PIPE }, { .kind = ASYNC_STDIO_PIPE },
                                            { .kind = ASYNC_STDIO_PIPE } };

static int start_shell(const char *command, struct async_process **process)
{
    const char *args[] = { "sh", "-c", command, NULL };
    return async_process_start(&(struct async_process_options){ .file = "/bin/sh", .args = args, .stdio = pipes,
                                                                .stdio_count = 3 },
                               process);
}

static async int communicating(void)
{
    struct async_process *process;
    struct async_output out = { 0 }, err = { 0 };
    int status = -1, signal = -1;
    size_t size = 300000;
    char *input = malloc(size);
    defer free(input);
    memset(input, 'i', size);
    TRY(start_shell("cat; echo oops >&2; exit 3", &process));
    defer async_process_close(process);
    int error = await async_process_communicate(process, input, size, &out, &err);
    defer free(out.data);
    defer free(err.data);
    TRY(error);
    EXPECT(out.size == size && memcmp(out.data, input, size) == 0);
    EXPECT(err.size == 5 && strcmp(err.data, "oops\n") == 0);
    TRY(await async_process_wait(process, &status, &signal));
    EXPECT(status == 3 && signal == 0);
    EXPECT(async_process_kill(process, SIGTERM) == UV_ESRCH);
    return 0;
}

/* Its pipes, one by one. */
static async int talking(void)
{
    struct async_process *process;
    struct async_stream *err;
    char line[16];
    TRY(start_shell("read word; echo $word; read word || echo end >&2", &process));
    defer async_process_close(process);
    TRY(await async_stream_write(async_process_pipe(process, 0), "word\n", 5));
    ssize_t n = await async_stream_read_line(async_process_pipe(process, 1), line, sizeof line);
    TRY(n);
    EXPECT(strcmp(line, "word") == 0);
    err = async_process_take_pipe(process, 2);
    MUST(err && !async_process_pipe(process, 2) && !async_process_pipe(process, 3));
    defer async_stream_close(err);
    async_process_close_pipe(process, 0);
    MUST(!async_process_pipe(process, 0));
    n = await async_stream_read_line(err, line, sizeof line);
    TRY(n);
    EXPECT(strcmp(line, "end") == 0);
    return await async_process_wait(process, NULL, NULL);
}

static async int killing(void)
{
    struct async_process *process, *other;
    int status, signal;
    TRY(start_shell("read line", &process));
    defer async_process_close(process);
    MUST(async_process_pid(process) > 0);
    TRY(async_process_kill(process, SIGTERM));
    TRY(await async_process_wait(process, &status, &signal));
    EXPECT(signal == SIGTERM);
    TRY(start_shell("read line; exit 0", &other));
    async_process_close(other); /* kills it */
    struct async_process *none;
    const char *args[] = { "no", NULL };
    EXPECT(async_process_start(&(struct async_process_options){ .file = "/no/such/program", .args = args }, &none) ==
           UV_ENOENT);
    MUST(!none);
    return 0;
}

/* A child's descriptor is a stream of the parent's. */
static async int inherited_stream(void)
{
    struct async_listener *listener;
    struct async_stream *client, *server;
    struct async_process *process;
    char word[8];
    TRY(async_tcp_listen("127.0.0.1", 0, 10, &listener));
    defer async_listener_close(listener);
    TRY(await async_tcp_connect("127.0.0.1", async_tcp_listener_port(listener), &client));
    defer async_stream_close(client);
    TRY(await async_accept(listener, &server));
    struct async_stdio stdio[] = { { 0 }, { .kind = ASYNC_STDIO_STREAM, .stream = server } };
    const char *args[] = { "sh", "-c", "echo $WORD", NULL }, *env[] = { "WORD=word", NULL };
    int error = async_process_start(&(struct async_process_options){ .file = "/bin/sh", .args = args, .env = env,
                                                                     .stdio = stdio, .stdio_count = 2, .cwd = "/" },
                                    &process);
    async_stream_close(server);
    TRY(error);
    defer async_process_close(process);
    ssize_t n = await async_stream_read_line(client, word, sizeof word);
    TRY(n);
    EXPECT(strcmp(word, "word") == 0);
    return await async_process_wait(process, NULL, NULL);
}

static async void no_zombies(void)
{
    await async_yield();
}

static void check_no_zombies(void **state)
{
    (void)state;
    async_run(no_zombies());
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
    assert_int_equal(errno, ECHILD);
}

/* Something else in the process has waited for it. */
static async int stolen(void)
{
    struct async_process *process;
    int error = 0, status = -1;
    TRY(start_shell("exit 3", &process));
    defer async_process_close(process);
#pragma asyncc diagnostic ignored "-Wblocking-call"
    MUST(waitpid(async_process_pid(process), NULL, 0) == async_process_pid(process));
    EXPECT(await timeout(3, error = async_process_wait(process, &status, NULL)) == 0);
    EXPECT(error == UV_ESRCH && status == -1 && async_process_kill(process, SIGTERM) == UV_ESRCH);
    return 0;
}

static async int without_its_signal(void)
{
    struct async_process *process;
    int status = -1;
    sigset_t ends, before;
    sigemptyset(&ends);
    sigaddset(&ends, SIGCHLD);
    pthread_sigmask(SIG_BLOCK, &ends, &before);
    defer pthread_sigmask(SIG_SETMASK, &before, NULL);
    TRY(start_shell("exit 3", &process));
    defer async_process_close(process);
    TRY(await async_process_wait(process, &status, NULL));
    EXPECT(status == 3);
    return 0;
}

/* ---- signals ---- */

static async int signals(void)
{
    struct async_signal *signal;
    TRY(async_signal_open(SIGUSR1, &signal));
    defer async_signal_close(signal);
    raise(SIGUSR1);
    EXPECT(await async_signal_wait(signal) == 1);
    raise(SIGUSR1);
    raise(SIGUSR1);
    await async_sleep(1);
    EXPECT(await async_signal_wait(signal) == 2);
    int n = 0;
    EXPECT(await timeout(1, n = async_signal_wait(signal)) == UV_ETIMEDOUT && n == 0);
    struct async_signal *none;
    EXPECT(async_signal_open(SIGKILL, &none) == UV_EINVAL && !none);
    return 0;
}

static int own_calls;

static void own_handler(int number)
{
    (void)number;
    own_calls++;
}

static void (*handler_of(int number))(int)
{
    struct sigaction now;
    sigaction(number, NULL, &now);
    return now.sa_handler;
}

static async int own_handlers(void)
{
    struct async_process *process;
    struct async_signal *first, *second;
    signal(SIGUSR1, own_handler);
    defer signal(SIGUSR1, SIG_DFL);
    signal(SIGCHLD, SIG_IGN);
    defer signal(SIGCHLD, SIG_DFL);
    TRY(async_signal_open(SIGUSR1, &first));
    int error = async_signal_open(SIGUSR1, &second);
    own_calls = 0;
    raise(SIGUSR1);
    async_signal_close(first);
    MUST(error || handler_of(SIGUSR1) != own_handler);
    async_signal_close(second);
    MUST(own_calls == 0 && handler_of(SIGUSR1) == own_handler);
    raise(SIGUSR1);
    MUST(own_calls == 1);
    int status = -1;
    error = start_shell("exit 3", &process);
    if (error == 0)
        error = await async_process_wait(process, &status, NULL);
    async_process_close(process);
    MUST(handler_of(SIGCHLD) == SIG_IGN);
    EXPECT(error || status == 3);
    return error;
}

static async int leave_interrupts(void)
{
    struct async_signal *interrupts;
    TRY(async_signal_open(SIGINT, &interrupts));
    return 1;
}

static void a_signal_that_is_open_at_the_end_is_what_it_was_before(void **state)
{
    (void)state;
    assert_int_equal(async_run(leave_interrupts()), 1);
    assert_ptr_equal(handler_of(SIGINT), SIG_DFL);
}

/* ---- threads ---- */

static void count_call(void *count)
{
    ++*(int *)count;
}

static async int calls(int *count)
{
    for (int i = 0; i < 3; i++)
        TRY(await async_to_thread(count_call, count));
    return 0;
}

static async int threads(void)
{
    int errors[2], counts[2] = { 0 };
    await gather(errors[0] = calls(&counts[0]), errors[1] = calls(&counts[1]));
    TRY(errors[0]);
    TRY(errors[1]);
    EXPECT(counts[0] == 3 && counts[1] == 3);
    return 0;
}

/* ---- random bytes ---- */

static async int random_bytes(void)
{
    unsigned char bytes[64] = { 0 };
    int all = 0;
    TRY(await async_random(bytes, sizeof bytes));
    for (size_t i = 0; i < sizeof bytes; i++)
        all |= bytes[i];
    EXPECT(all != 0);
    return 0;
}

/* ---- intervals ---- */

/* The times of six ticks a second apart, when 2.5 seconds go by without anybody waiting after the second one. */
static async int ticks(int missed)
{
    struct async_interval interval;
    double start = async_time();
    async_interval_init(&interval, 1, missed);
    for (int i = 0; i < 6; i++) {
        int64_t late = await async_interval_next(&interval);
        say("%.1f+%d", async_time() - start, (int)late);
        if (i == 1)
            await async_sleep(2.5);
    }
    return 0;
}

static async int ticks_in_slices(void)
{
    struct async_interval interval;
    async_interval_init(&interval, 1, ASYNC_MISSED_BURST);
    double start = async_time();
    for (int i = 0; i < 2; i++) {
        int64_t late = -1;
        while (await timeout(0.3, late = async_interval_next(&interval)) == UV_ETIMEDOUT)
            ;
        say("%.1f+%d", async_time() - start, (int)late);
    }
    return 0;
}

static void check_intervals(void **state)
{
    (void)state;
    async_run(ticks(ASYNC_MISSED_BURST));
    assert_said("1.0+0 2.0+0 4.5+1 4.5+0 5.0+0 6.0+0");
    async_run(ticks(ASYNC_MISSED_DELAY));
    assert_said("1.0+0 2.0+0 4.5+1 5.5+0 6.5+0 7.5+0");
    async_run(ticks(ASYNC_MISSED_SKIP));
    assert_said("1.0+0 2.0+0 4.5+1 5.0+0 6.0+0 7.0+0");
    async_run(ticks_in_slices());
    assert_said("1.0+0 2.0+0");
}

SCENARIO(names)
SCENARIO(happy_eyeballs)
SCENARIO(datagrams)
SCENARIO(receivers_in_turn)
SCENARIO(multicast)
SCENARIO(signals)
SCENARIO(threads)
SCENARIO(random_bytes)

/* Children take their time. */
static void check_communicating(void **state)
{
    (void)state;
    wait_for_others(2000);
    check_scenario(communicating);
}
static void check_talking(void **state)
{
    (void)state;
    check_scenario(talking);
}
static void check_killing(void **state)
{
    (void)state;
    check_scenario(killing);
}
static void check_stolen(void **state)
{
    (void)state;
    check_scenario(stolen);
}
static void check_without_its_signal(void **state)
{
    (void)state;
    check_scenario(without_its_signal);
}
static void check_own_handlers(void **state)
{
    (void)state;
    check_scenario(own_handlers);
}
static void check_inherited_stream(void **state)
{
    (void)state;
    check_scenario(inherited_stream);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(check_names),
        TEST(check_happy_eyeballs),
        TEST(check_datagrams),
        TEST(check_receivers_in_turn),
        TEST(check_multicast),
        TEST(check_signals),
        TEST(check_threads),
        TEST(check_random_bytes),
        TEST(check_intervals),
        TEST(check_communicating),
        TEST(check_talking),
        TEST(check_killing),
        TEST(check_inherited_stream),
        TEST(check_stolen),
        TEST(check_without_its_signal),
        TEST(check_own_handlers),
        TEST(a_signal_that_is_open_at_the_end_is_what_it_was_before),
        TEST(check_no_zombies),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
