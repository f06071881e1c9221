/*
 * A SOCKS5 proxy (RFC 1928), whole: without authentication or with user and password (RFC 1929), to addresses of
 * IPv4 and IPv6 and to names, with a limit on the time of each step, and with half-closed connections.
 *
 *     socks5 [PORT [USER PASSWORD]]
 *
 * prints the port, which is a free one if none is given, and serves until SIGINT or SIGTERM. Try it with
 * `curl --socks5-hostname 127.0.0.1:PORT http://example.org/`.
 */
#include <asyncc/dns.h>
#include <asyncc/signal.h>
#include <asyncc/tcp.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <uv.h>

static const double HANDSHAKE = 10, CONNECT = 30; /* seconds */

enum { VERSION = 5, AUTHENTICATION = 1 };
enum { NO_AUTHENTICATION = 0, USER_PASSWORD = 2, NO_METHOD = 0xff };
enum { COMMAND_CONNECT = 1 };
enum { IPV4 = 1, NAME = 3, IPV6 = 4 };
enum { SUCCEEDED, FAILED, NOT_ALLOWED, NETWORK_UNREACHABLE, HOST_UNREACHABLE, REFUSED, EXPIRED, NO_COMMAND, NO_TYPE };

static const char *user, *password; /* NULL: everybody may */

/* Where the client wants to go. */
struct target {
    char host[256];
    int port;
};

/* Reads so many bytes, all of them: 0 or an error. */
static async int take(struct async_stream *client, void *bytes, size_t size)
{
    ssize_t n = await async_stream_read_exactly(client, bytes, size);
    return n < 0 ? (int)n : (size_t)n < size ? UV_EOF : 0;
}

/* Reads a length and that many bytes, which get a 0 behind them. */
static async int take_text(struct async_stream *client, char text[256])
{
    unsigned char length;
    int error = await take(client, &length, 1);
    if (error == 0)
        error = await take(client, text, length);
    text[error ? 0 : length] = 0;
    return error;
}

static async int reply(struct async_stream *client, const unsigned char *bytes, size_t size)
{
    return await async_stream_write(client, bytes, size);
}

/* ---- who the client is ---- */

static async int check_password(struct async_stream *client)
{
    unsigned char version;
    char name[256], word[256];
    int error = await take(client, &version, 1);
    if (error || (error = await take_text(client, name)) || (error = await take_text(client, word)))
        return error;
    int allowed = version == AUTHENTICATION && strcmp(name, user) == 0 && strcmp(word, password) == 0;
    error = await reply(client, (unsigned char[]){ AUTHENTICATION, !allowed }, 2);
    return allowed ? error : UV_EACCES;
}

static async int authenticate(struct async_stream *client)
{
    unsigned char head[2], methods[255], wanted = user ? USER_PASSWORD : NO_AUTHENTICATION;
    int error = await take(client, head, 2);
    if (error || (error = await take(client, methods, head[1])))
        return error;
    if (head[0] != VERSION)
        return UV_EPROTO;
    if (!memchr(methods, wanted, head[1]))
        wanted = NO_METHOD;
    if ((error = await reply(client, (unsigned char[]){ VERSION, wanted }, 2)))
        return error;
    if (wanted == NO_METHOD)
        return UV_EACCES;
    return user ? await check_password(client) : 0;
}

/* ---- what it wants ---- */

static async int take_host(struct async_stream *client, int type, char host[256])
{
    unsigned char address[16];
    int error;
    switch (type) {
    case NAME:
        return await take_text(client, host);
    case IPV4:
        error = await take(client, address, 4);
        return error ? error : uv_inet_ntop(AF_INET, address, host, 256);
    case IPV6:
        error = await take(client, address, 16);
        return error ? error : uv_inet_ntop(AF_INET6, address, host, 256);
    default:
        return UV_EAFNOSUPPORT;
    }
}

/* An error, or in *answer what is wrong with the request. */
static async int take_request(struct async_stream *client, struct target *target, int *answer)
{
    unsigned char head[4], port[2];
    *answer = SUCCEEDED;
    int error = await take(client, head, 4);
    if (error)
        return error;
    if (head[0] != VERSION)
        return UV_EPROTO;
    error = await take_host(client, head[3], target->host);
    if (error == UV_EAFNOSUPPORT) {
        *answer = NO_TYPE;
        return 0;
    }
    if (error || (error = await take(client, port, 2)))
        return error;
    target->port = port[0] << 8 | port[1];
    if (head[1] != COMMAND_CONNECT)
        *answer = NO_COMMAND;
    return 0;
}

static async int greet(struct async_stream *client, struct target *target, int *answer)
{
    int error = await authenticate(client);
    return error ? error : await take_request(client, target, answer);
}

/* ---- connecting ---- */

static int answer_of(int error)
{
    switch (error) {
    case 0: return SUCCEEDED;
    case UV_ENETUNREACH: return NETWORK_UNREACHABLE;
    case UV_EHOSTUNREACH:
    case UV_ETIMEDOUT:
    case UV_EAI_NONAME: return HOST_UNREACHABLE;
    case UV_ECONNREFUSED: return REFUSED;
    default: return FAILED;
    }
}

/* The answer, with the address that the proxy has on the other side. */
static async int tell(struct async_stream *client, int answer, struct async_stream *server)
{
    unsigned char message[22] = { VERSION, (unsigned char)answer, 0, IPV4 };
    struct sockaddr_storage address = { .ss_family = AF_INET };
    size_t size = 10;
    if (server)
        async_tcp_getsockname(server, &address);
    if (address.ss_family == AF_INET6) {
        struct sockaddr_in6 *v6 = (struct sockaddr_in6 *)&address;
        message[3] = IPV6;
        memcpy(message + 4, &v6->sin6_addr, 16);
        memcpy(message + 20, &v6->sin6_port, 2);
        size = 22;
    } else {
        struct sockaddr_in *v4 = (struct sockaddr_in *)&address;
        memcpy(message + 4, &v4->sin_addr, 4);
        memcpy(message + 8, &v4->sin_port, 2);
    }
    return await reply(client, message, size);
}

static async void serve(struct async_stream *client)
{
    defer async_stream_close(client);
    struct target target;
    struct async_stream *server = NULL;
    int answer = SUCCEEDED, error = 0;
    if (await timeout(HANDSHAKE, error = greet(client, &target, &answer)) != 0 || error)
        return;
    if (answer == SUCCEEDED) {
        int late = await timeout(CONNECT, error = async_tcp_connect(target.host, target.port, &server));
        answer = answer_of(late ? late : error);
    }
    defer async_stream_close(server);
    error = await tell(client, answer, server);
    if (answer == SUCCEEDED && error == 0)
        await async_stream_relay(client, server);
}

static async void accept_clients(struct async_listener *listener)
{
    struct async_stream *client;
    while (await async_accept(listener, &client) == 0) {
        if (spawn(serve(client)) != 0)
            async_stream_close(client);
    }
}

async int main(int argc, char **argv)
{
    struct async_listener *listener;
    struct async_signal *interrupt, *terminate;
    int error = async_tcp_listen("127.0.0.1", argc > 1 ? atoi(argv[1]) : 0, 128, &listener);
    if (error || (error = async_signal_open(SIGINT, &interrupt)) || (error = async_signal_open(SIGTERM, &terminate))) {
        fprintf(stderr, "socks5: %s\n", uv_strerror(error));
        return EXIT_FAILURE;
    }
    if (argc > 3) {
        user = argv[2];
        password = argv[3];
    }
    printf("%d\n", async_tcp_listener_port(listener));
    fflush(stdout);
    task(int) ends[] = { create_task(async_signal_wait(interrupt)), create_task(async_signal_wait(terminate)) };
    if (spawn(accept_clients(listener)) != 0 || !ends[0] || !ends[1])
        return EXIT_FAILURE;
    await async_wait(ends, 2, ASYNC_FIRST_COMPLETED);
    return EXIT_SUCCESS; /* clients that are left are cancelled, and closed */
}
