/*
 * test_uv.c - awaiting libuv's own requests: those of streams, datagrams, names and random bytes; tests/run/bridges.c has
 * the others.
 */
#include "scenario.h"

#include <asyncc/dns.h>
#include <asyncc/future.h>
#include <asyncc/tcp.h>
#include <asyncc/udp.h>
#include <asyncc/uv.h>

#include <netdb.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static void on_closed(uv_handle_t *handle)
{
    async_future_set(handle->data, 0);
}

/* The handle may be released then. A cancel must not end that too early. */
static async void close_handle(void *handle)
{
    struct async_future closed = ASYNC_FUTURE_INIT;
    closed.cancel = async_future_keep;
    uv_handle_set_data(handle, &closed);
    uv_close(handle, on_closed);
    await async_future_wait(&closed);
}

static async int connection(void)
{
    struct async_listener *listener;
    struct async_stream *peer;
    struct sockaddr_in address;
    uv_connect_t connect;
    uv_write_t write;
    uv_shutdown_t shutdown;
    uv_tcp_t tcp;
    char data[8];
    TRY(async_tcp_listen("127.0.0.1", 0, 10, &listener));
    defer async_listener_close(listener);
    uv_ip4_addr("127.0.0.1", async_tcp_listener_port(listener), &address);
    TRY(uv_tcp_init(async_uv_loop(), &tcp));
    defer await close_handle(&tcp);
    TRY(uv_tcp_connect(&connect, &tcp, (struct sockaddr *)&address, async_connect_cb));
    TRY(await async_request(&connect));
    TRY(await async_accept(listener, &peer));
    defer async_stream_close(peer);
    uv_buf_t buffer = uv_buf_init("hello", 5);
    TRY(uv_write(&write, (uv_stream_t *)&tcp, &buffer, 1, async_write_cb));
    TRY(await async_request(&write));
    TRY(uv_shutdown(&shutdown, (uv_stream_t *)&tcp, async_shutdown_cb));
    TRY(await async_request(&shutdown));
    ssize_t n = await async_stream_read_exactly(peer, data, sizeof data);
    TRY(n);
    EXPECT(n == 5 && memcmp(data, "hello", 5) == 0);
    return 0;
}

static async int refused(void)
{
    struct async_listener *listener;
    struct sockaddr_in address;
    uv_connect_t connect;
    uv_tcp_t tcp;
    TRY(async_tcp_listen("127.0.0.1", 0, 10, &listener));
    uv_ip4_addr("127.0.0.1", async_tcp_listener_port(listener), &address);
    async_listener_close(listener);
    await async_yield();
    TRY(uv_tcp_init(async_uv_loop(), &tcp));
    defer await close_handle(&tcp);
    TRY(uv_tcp_connect(&connect, &tcp, (struct sockaddr *)&address, async_connect_cb));
    EXPECT(await async_request(&connect) == UV_ECONNREFUSED);
    return 0;
}

static async int datagram(void)
{
    struct async_udp *peer;
    struct sockaddr_in address;
    uv_udp_send_t send;
    uv_udp_t udp;
    char data[8];
    TRY(async_udp_bind("127.0.0.1", 0, 0, &peer));
    defer async_udp_close(peer);
    uv_ip4_addr("127.0.0.1", async_udp_port(peer), &address);
    TRY(uv_udp_init(async_uv_loop(), &udp));
    defer await close_handle(&udp);
    uv_buf_t buffer = uv_buf_init("hello", 5);
    TRY(uv_udp_send(&send, &udp, &buffer, 1, (struct sockaddr *)&address, async_udp_send_cb));
    TRY(await async_request(&send));
    ssize_t n = await async_udp_receive(peer, data, sizeof data, NULL);
    TRY(n);
    EXPECT(n == 5 && memcmp(data, "hello", 5) == 0);
    return 0;
}

static async int names_and_random_bytes(void)
{
    uv_getaddrinfo_t name = { 0 };
    uv_random_t random;
    unsigned char bytes[64] = { 0 };
    int all = 0;
    defer uv_freeaddrinfo(name.addrinfo);
    TRY(uv_getaddrinfo(async_uv_loop(), &name, async_getaddrinfo_cb, "127.0.0.1", "80", NULL));
    TRY(await async_request(&name));
    EXPECT(name.addrinfo && name.addrinfo->ai_family == AF_INET);
    TRY(uv_random(async_uv_loop(), &random, bytes, sizeof bytes, 0, async_random_cb));
    TRY(await async_request(&random));
    for (size_t i = 0; i < sizeof bytes; i++)
        all |= bytes[i];
    EXPECT(all != 0);
    return 0;
}

static async int descriptors(void)
{
    int ends[2], writable = 0, readable = 0;
    char byte;
    MUST(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) == 0);
    defer { close(ends[0]); close(ends[1]); }
    TRY(write(ends[1], "x", 1));
    await gather(readable = async_poll_fd(ends[0], UV_READABLE), writable = async_poll_fd(ends[1], UV_WRITABLE));
    TRY(writable);
    TRY(readable);
    EXPECT(readable == UV_READABLE && writable == UV_WRITABLE);
    EXPECT(read(ends[0], &byte, 1) == 1);
    readable = 0;
    EXPECT(await timeout(1, readable = async_poll_fd(ends[0], UV_READABLE)) == UV_ETIMEDOUT && readable == 0);
    return 0;
}

SCENARIO(connection)
SCENARIO(refused)
SCENARIO(datagram)
SCENARIO(descriptors)
SCENARIO(names_and_random_bytes)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(check_connection),
        TEST(check_refused),
        TEST(check_datagram),
        TEST(check_descriptors),
        TEST(check_names_and_random_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
