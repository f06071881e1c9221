/*
 * test_streams.c - streams of all kinds: no byte is lost, changed or out of order, whatever is cancelled or fails.
 */
/* pitfalls: 98, 99 */
#include "scenario.h"

#include <asyncc/pipe.h>
#include <asyncc/tcp.h>

#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include <uv.h>

/* ---- bytes that tell where they belong ---- */

static char pattern(size_t at)
{
    return (char)(at * 31 + at / 251);
}

static void check_pattern(const char *data, size_t at, size_t size)
{
    for (size_t i = 0; i < size; i++)
        MUST(data[i] == pattern(at + i));
}

static async int write_pattern(struct async_stream *stream, size_t size)
{
    char *data = malloc(size);
    defer free(data);
    for (size_t i = 0; i < size; i++)
        data[i] = pattern(i);
    TRY(await async_stream_write(stream, data, size));
    return await async_stream_shutdown(stream);
}

/* Reads to the end, with pauses: how much. */
static async int64_t read_pattern(struct async_stream *stream, size_t piece, double pause)
{
    char data[4096];
    size_t at = 0;
    ssize_t n;
    for (int i = 0; (n = await async_stream_read(stream, data, piece)) > 0; i++) {
        check_pattern(data, at, (size_t)n);
        at += (size_t)n;
        if (pause && i % 8 == 0)
            await async_sleep(pause);
    }
    return n < 0 ? n : (int64_t)at;
}

static void close_pair(struct async_stream *ends[2])
{
    async_stream_close(ends[0]);
    async_stream_close(ends[1]);
}

/* ---- TCP ---- */

static async int talk(struct async_listener *listener)
{
    struct async_stream *stream;
    TRY(await async_accept(listener, &stream));
    defer async_stream_close(stream);
    char line[32];
    ssize_t n = await async_stream_read_line(stream, line, sizeof line);
    TRY(n);
    EXPECT(strcmp(line, "hello") == 0);
    TRY(await async_stream_write(stream, "world;", 6));
    char *rest;
    n = await async_stream_read_all(stream, &rest, 1000);
    TRY(n);
    defer free(rest);
    EXPECT(n == 5 && strcmp(rest, "again") == 0);
    return await async_stream_write(stream, "bye", 3);
}

static async int call_up(const char *host, int port)
{
    struct async_stream *stream;
    char answer[32];
    TRY(await async_tcp_connect(host, port, &stream));
    defer async_stream_close(stream);
    struct iovec vector[] = { { "he", 2 }, { "", 0 }, { "llo\r\n", 5 }, { "aga", 3 } };
    TRY(await async_stream_writev(stream, vector, 4));
    ssize_t n = await async_stream_read_until(stream, ';', answer, sizeof answer);
    TRY(n);
    EXPECT(n == 6 && memcmp(answer, "world;", 6) == 0);
    TRY(await async_stream_write(stream, "in", 2));
    TRY(await async_stream_shutdown(stream));
    n = await async_stream_read_exactly(stream, answer, sizeof answer);
    TRY(n);
    EXPECT(n == 3 && memcmp(answer, "bye", 3) == 0);
    return 0;
}

static async int dialogue(const char *host)
{
    struct async_listener *listener;
    TRY(async_tcp_listen("127.0.0.1", 0, 10, &listener));
    defer async_listener_close(listener);
    task(int) server = create_task(talk(listener));
    if (!server)
        return UV_ENOMEM;
    defer task_unref(server);
    int error = await call_up(host, async_tcp_listener_port(listener));
    task_cancel(server);
    await async_wait(&server, 1, ASYNC_ALL_COMPLETED);
    return error;
}

static async int tcp_by_number(void)
{
    return await dialogue("127.0.0.1");
}

static async int tcp_by_name(void)
{
    return await dialogue("localhost");
}

static async int tcp_options(void)
{
    struct async_listener *listener;
    struct async_stream *a, *b;
    struct sockaddr_storage here, there;
    int send = 0, receive = 65536, on = -1;
    socklen_t length = sizeof on;
    TRY(async_tcp_listen("127.0.0.1", 0, 10, &listener));
    defer async_listener_close(listener);
    TRY(await async_tcp_connect("127.0.0.1", async_tcp_listener_port(listener), &a));
    defer async_stream_close(a);
    TRY(await async_accept(listener, &b));
    defer async_stream_close(b);
    TRY(async_tcp_getsockname(a, &here));
    TRY(async_tcp_getpeername(b, &there));
    EXPECT(memcmp(&here, &there, sizeof(struct sockaddr_in)) == 0);
    TRY(async_tcp_keepalive(a, 1, 60));
    TRY(async_tcp_nodelay(a, 0));
    TRY(async_stream_buffer_sizes(a, &send, &receive));
    EXPECT(send > 0);
    EXPECT(getsockopt(async_stream_fileno(a), SOL_SOCKET, SO_KEEPALIVE, &on, &length) == 0 && on == 1);
    EXPECT(async_stream_try_write(a, "x", 1) == 1);
    char byte;
    EXPECT(await async_stream_read(b, &byte, 1) == 1 && byte == 'x');
    async_stream_reset(b);
    b = NULL;
    EXPECT(await async_stream_read(a, &byte, 1) == UV_ECONNRESET);
    return 0;
}

/* Without ASYNC_TCP_IPV6ONLY "::" takes IPv4's connections, too. */
static async int ipv6_only(void)
{
    struct async_listener *both, *one;
    int on = -1;
    socklen_t length = sizeof on;
    int error = async_tcp_listen_with("::", 0, 10, 0, &both);
    if (error == UV_EAFNOSUPPORT)
        return 0;
    TRY(error);
    defer async_listener_close(both);
    EXPECT(getsockopt(async_listener_fileno(both), IPPROTO_IPV6, IPV6_V6ONLY, &on, &length) == 0 && on == 0);
    TRY(async_tcp_listen_with("::", 0, 10, ASYNC_TCP_IPV6ONLY, &one));
    defer async_listener_close(one);
    EXPECT(getsockopt(async_listener_fileno(one), IPPROTO_IPV6, IPV6_V6ONLY, &on, &length) == 0 && on == 1);
    return 0;
}

/* A write that was cancelled leaves behind what libuv holds already. */
static async int queue_size(void)
{
    struct async_stream *ends[2], *a;
    static const char zeros[1 << 20];
    TRY(async_pipe_pair(0, ends));
    defer async_stream_close(ends[0]);
    defer async_stream_close(ends[1]);
    a = ends[0];
    EXPECT(async_stream_write_queue_size(a) == 0);
    int error = 0, late;
    late = await timeout(1, error = async_stream_write(a, zeros, sizeof zeros));
    TRY(error);
    EXPECT(late == UV_ETIMEDOUT);
    size_t held = async_stream_write_queue_size(a);
    EXPECT(held > 0 && held <= 32 * 1024);
    return 0;
}

static async int several_acceptors(void)
{
    enum { COUNT = 12 };
    struct async_listener *listener;
    struct async_stream *streams[2 * COUNT] = { 0 };
    task(int) acceptors[COUNT] = { 0 };
    TRY(async_tcp_listen("127.0.0.1", 0, 30, &listener));
    defer async_listener_close(listener);
    defer for (int i = 0; i < 2 * COUNT; i++) async_stream_close(streams[i]);
    defer for (int i = 0; i < COUNT; i++) {
        if (acceptors[i]) {
            task_cancel(acceptors[i]);
            await async_wait(&acceptors[i], 1, ASYNC_ALL_COMPLETED);
            task_unref(acceptors[i]);
        }
    }
    for (int i = 0; i < COUNT; i++) {
        acceptors[i] = create_task(async_accept(listener, &streams[i]));
        if (!acceptors[i])
            return UV_ENOMEM;
    }
    await async_yield();
    task_cancel(acceptors[3]); /* its connection must not be lost */
    for (int i = COUNT; i < 2 * COUNT; i++)
        TRY(await async_tcp_connect("127.0.0.1", async_tcp_listener_port(listener), &streams[i]));
    EXPECT(await async_wait(acceptors, COUNT, ASYNC_ALL_COMPLETED) == COUNT);
    EXPECT(!streams[3]);
    TRY(await async_accept(listener, &streams[3]));
    return 0;
}

/* ---- pipes ---- */

static async int write_pattern_and_close(struct async_stream **stream, size_t size)
{
    int error = await write_pattern(*stream, size);
    async_stream_close(*stream);
    *stream = NULL;
    return error == UV_ENOTSOCK ? 0 : error;
}

static async int pipes(void)
{
    struct async_stream *ends[2];
    TRY(async_pipe_new(ends));
    defer close_pair(ends);
    int sent;
    int64_t got;
    await gather(sent = write_pattern_and_close(&ends[1], 300000), got = read_pattern(ends[0], 4000, 0));
    TRY(sent);
    TRY(got);
    EXPECT(got == 300000);
    return 0;
}

static async int named_pipes(void)
{
    char path[64];
    struct async_listener *listener;
    struct async_stream *a, *b;
    char word[4];
    snprintf(path, sizeof path, "/tmp/asyncc_streams.%d", (int)getpid());
    unlink(path);
    TRY(async_pipe_listen(path, 10, 0, &listener));
    defer async_listener_close(listener);
    TRY(async_pipe_chmod(listener, UV_READABLE | UV_WRITABLE));
    TRY(await async_pipe_connect(path, 0, &a));
    defer async_stream_close(a);
    TRY(await async_accept(listener, &b));
    defer async_stream_close(b);
    TRY(await async_stream_write(a, "word", 4));
    ssize_t n = await async_stream_read_exactly(b, word, 4);
    TRY(n);
    EXPECT(n == 4 && memcmp(word, "word", 4) == 0);
    struct async_stream *none;
    EXPECT(await async_pipe_connect("/no/such/path", 0, &none) == UV_ENOENT && !none);
    return 0;
}

/* ---- who writes first is written first ---- */

static async int write_letters(struct async_stream *stream, char letter, size_t size)
{
    char *data = malloc(size);
    defer free(data);
    memset(data, letter, size);
    return await async_stream_write(stream, data, size);
}

static async int count_letters(struct async_stream *stream)
{
    char data[3000], last = 'a';
    int count = 0;
    ssize_t n;
    await async_sleep(1);
    while ((n = await async_stream_read(stream, data, sizeof data)) > 0) {
        for (ssize_t i = 0; i < n; i++) {
            MUST(data[i] >= last);
            last = data[i];
        }
        count += (int)n;
    }
    return n < 0 ? (int)n : count;
}

static async int writers_in_turn(void)
{
    struct async_stream *ends[2];
    TRY(async_pipe_pair(0, ends));
    defer close_pair(ends);
    int a, b, c, end, count;
    await gather(a = write_letters(ends[0], 'a', 700000), b = write_letters(ends[0], 'b', 100000),
                 c = write_letters(ends[0], 'c', 10), end = async_stream_shutdown(ends[0]),
                 count = count_letters(ends[1]));
    TRY(a);
    TRY(b);
    TRY(c);
    TRY(end);
    TRY(count);
    EXPECT(count == 800010);
    return 0;
}

/* ---- copying ---- */

static async int copy_all(struct async_stream *from, struct async_stream *to, double patience)
{
    int late;
    do {
        int64_t n = 0;
        late = await timeout(patience, n = async_stream_copy(from, to));
        if (late != UV_ETIMEDOUT) {
            TRY(late);
            TRY(n);
        }
    } while (late == UV_ETIMEDOUT);
    return await async_stream_shutdown(to);
}

static async int copy_between(double patience, size_t size, double pause)
{
    struct async_stream *in[2], *out[2];
    TRY(async_pipe_pair(0, in));
    defer close_pair(in);
    TRY(async_pipe_pair(0, out));
    defer close_pair(out);
    int sent, copied;
    int64_t got;
    await gather(sent = write_pattern(in[1], size), copied = copy_all(in[0], out[0], patience),
                 got = read_pattern(out[1], 4096, pause));
    TRY(sent);
    TRY(copied);
    TRY(got);
    EXPECT((size_t)got == size);
    return 0;
}

static async int copying(void)
{
    return await copy_between(1e9, 400000, 0);
}

/* The copy is cancelled again and again, while it waits to read or to write: nothing is lost. */
static async int copying_in_slices(void)
{
    return await copy_between(0.15, 450000, 0.1);
}

static async int one_side(struct async_stream *stream, size_t size, size_t expected)
{
    int sent;
    int64_t got;
    await gather(sent = write_pattern(stream, size), got = read_pattern(stream, 4096, 0));
    TRY(sent);
    TRY(got);
    EXPECT((size_t)got == expected);
    return 0;
}

static async int relaying(void)
{
    struct async_stream *left[2], *right[2];
    TRY(async_pipe_pair(0, left));
    defer close_pair(left);
    TRY(async_pipe_pair(0, right));
    defer close_pair(right);
    int a, b, error;
    await gather(a = one_side(left[0], 300000, 50000), b = one_side(right[1], 50000, 300000),
                 error = async_stream_relay(left[1], right[0]));
    TRY(a);
    TRY(b);
    TRY(error);
    return 0;
}

static async int relay_ends_with_an_error(void)
{
    struct async_listener *listener;
    struct async_stream *left[2], *client, *server;
    TRY(async_pipe_pair(0, left));
    defer close_pair(left);
    TRY(async_tcp_listen("127.0.0.1", 0, 10, &listener));
    defer async_listener_close(listener);
    TRY(await async_tcp_connect("127.0.0.1", async_tcp_listener_port(listener), &client));
    defer async_stream_close(client);
    TRY(await async_accept(listener, &server));
    task(int) relay = create_task(async_stream_relay(left[1], server));
    if (!relay) {
        async_stream_close(server);
        return UV_ENOMEM;
    }
    defer async_stream_close(server);
    defer task_unref(relay);
    defer await async_wait(&relay, 1, ASYNC_ALL_COMPLETED);
    defer task_cancel(relay);
    await async_sleep(1);
    async_stream_reset(client);
    client = NULL;
    await async_wait(&relay, 1, ASYNC_ALL_COMPLETED);
    return task_status(relay);
}

/* ---- all at once ---- */

static async int too_much_for_read_all(void)
{
    struct async_stream *ends[2];
    char *data = NULL, word[8];
    TRY(async_pipe_new(ends));
    defer close_pair(ends);
    TRY(await async_stream_write(ends[1], "too much", 8));
    ssize_t n = await async_stream_read_all(ends[0], &data, 7);
    EXPECT(n == UV_ENOBUFS && !data);
    int late = await timeout(0.1, n = async_stream_read_all(ends[0], &data, 100));
    EXPECT(late == UV_ETIMEDOUT && !data);
    n = await async_stream_read_exactly(ends[0], word, 8);
    EXPECT(n == 8 && memcmp(word, "too much", 8) == 0);
    return 0;
}

/* ---- streams that are sent ---- */

static async int fill(struct async_stream *stream)
{
    static const char zeros[100000];
    return await async_stream_write(stream, zeros, sizeof zeros);
}

static async int drain_and_receive(struct async_stream *stream, int filled)
{
    char data[1000];
    struct async_stream *came = NULL;
    ssize_t n;
    int left = filled ? 100003 : 3;
    int error = UV_EAGAIN;
    defer async_stream_close(came);
    await async_sleep(1);
    while (left) {
        n = await async_stream_read(stream, data, sizeof data);
        TRY(n);
        EXPECT(n > 0);
        left -= (int)n;
        if (error == UV_EAGAIN)
            error = async_pipe_receive(stream, &came);
    }
    TRY(error);
    return await async_stream_write(came, "hi", 2);
}

static async int send_stream(struct async_stream *channel, int filled)
{
    struct async_stream *ends[2];
    int error = 0;
    TRY(async_pipe_pair(0, ends));
    defer async_stream_close(ends[0]);
    if (filled)
        error = await fill(channel);
    if (error == 0)
        error = await async_stream_send(channel, "abc", 3, ends[1]);
    async_stream_close(ends[1]);
    TRY(error);
    char word[2];
    ssize_t n = await async_stream_read_exactly(ends[0], word, 2);
    TRY(n);
    EXPECT(n == 2 && memcmp(word, "hi", 2) == 0);
    return 0;
}

static async int sending(int filled)
{
    struct async_stream *channel[2];
    int sent, received;
    TRY(async_pipe_pair(ASYNC_PIPE_IPC, channel));
    defer close_pair(channel);
    await gather(sent = send_stream(channel[0], filled), received = drain_and_receive(channel[1], filled));
    TRY(received);
    TRY(sent);
    EXPECT(await async_stream_send(channel[0], "", 0, channel[1]) == UV_EINVAL);
    return 0;
}

static async int sending_at_once(void)
{
    return await sending(0);
}

static async int sending_behind_others(void)
{
    return await sending(1);
}

/* Many writers and a sender: the sender waits for libuv, and is cancelled there by check_scenario. */
static async int sending_late(void)
{
    struct async_stream *channel[2], *ends[2];
    TRY(async_pipe_pair(ASYNC_PIPE_IPC, channel));
    defer close_pair(channel);
    TRY(async_pipe_pair(0, ends));
    defer close_pair(ends);
    int late, error = 0;
    while (async_stream_try_write(channel[0], "0123456789", 10) > 0)
        ;
    late = await timeout(1, error = async_stream_send(channel[0], "abc", 3, ends[1]));
    EXPECT(late == UV_ETIMEDOUT);
    async_stream_close(ends[1]); /* libuv has a copy */
    ends[1] = NULL;
    char data[1000];
    struct async_stream *came = NULL;
    do {
        TRY(await async_stream_read(channel[1], data, sizeof data));
    } while ((error = async_pipe_receive(channel[1], &came)) == UV_EAGAIN);
    TRY(error);
    defer async_stream_close(came);
    TRY(await async_stream_write(ends[0], "q", 1));
    EXPECT(await async_stream_read(came, data, 1) == 1 && data[0] == 'q');
    return 0;
}

SCENARIO(tcp_by_number)
SCENARIO(tcp_by_name)
SCENARIO(tcp_options)
SCENARIO(ipv6_only)
SCENARIO(queue_size)
SCENARIO(several_acceptors)
SCENARIO(pipes)
SCENARIO(named_pipes)
SCENARIO(writers_in_turn)
SCENARIO(copying)
SCENARIO(copying_in_slices)
SCENARIO(relaying)
SCENARIO(relay_ends_with_an_error)
SCENARIO(too_much_for_read_all)
SCENARIO(sending_at_once)
SCENARIO(sending_behind_others)
SCENARIO(sending_late)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(check_tcp_by_number),
        TEST(check_tcp_by_name),
        TEST(check_tcp_options),
        TEST(check_ipv6_only),
        TEST(check_queue_size),
        TEST(check_several_acceptors),
        TEST(check_pipes),
        TEST(check_named_pipes),
        TEST(check_writers_in_turn),
        TEST(check_copying),
        TEST(check_copying_in_slices),
        TEST(check_relaying),
        TEST(check_relay_ends_with_an_error),
        TEST(check_too_much_for_read_all),
        TEST(check_sending_at_once),
        TEST(check_sending_behind_others),
        TEST(check_sending_late),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
