/*
 * test_descriptors.c - streams and listeners of descriptors that somebody else has opened: a parent process, systemd,
 * openpty.
 */
#include "scenario.h"

#include <asyncc/pipe.h>
#include <asyncc/tcp.h>
#include <asyncc/tty.h>

#include <netinet/in.h>
#include <pty.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <uv.h>

/* ---- sockets ---- */

/* A client of the listener's says "x", and is heard. */
static async int is_heard(struct async_listener *listener, struct async_stream *client)
{
    struct async_stream *server;
    char byte;
    TRY(await async_accept(listener, &server));
    defer async_stream_close(server);
    TRY(await async_stream_write(client, "x", 1));
    ssize_t n = await async_stream_read(server, &byte, 1);
    TRY(n);
    EXPECT(n == 1 && byte == 'x');
    return 0;
}

/* A stream of a socket that is connected already. */
static async int connected_socket(void)
{
    struct async_listener *listener;
    struct async_stream *client, *again = NULL;
    TRY(async_tcp_listen("127.0.0.1", 0, 10, &listener));
    defer async_listener_close(listener);
    TRY(await async_tcp_connect("127.0.0.1", async_tcp_listener_port(listener), &client));
    defer async_stream_close(client);
    int file = dup(async_stream_fileno(client)), error = async_tcp_open(file, &again);
    MUST((error == 0) == (again != NULL));
    if (error)
        close(file);
    TRY(error);
    defer async_stream_close(again);
    return await is_heard(listener, again);
}

static int bound_socket(const struct sockaddr *address, socklen_t size)
{
    int file = socket(address->sa_family, SOCK_STREAM, 0);
    MUST(file >= 0 && bind(file, address, size) == 0);
    return file;
}

static async int listeners_of_sockets(void)
{
    struct sockaddr_in any = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    struct async_listener *listener;
    struct async_stream *client;
    int file = bound_socket((struct sockaddr *)&any, sizeof any);
    MUST(listen(file, 1) == 0); /* systemd's does already */
    int error = async_listener_open(file, 8, &listener);
    if (error) {
        close(file);
        return error;
    }
    defer async_listener_close(listener);
    EXPECT(async_listener_fileno(listener) == file);
    TRY(await async_tcp_connect("127.0.0.1", async_tcp_listener_port(listener), &client));
    defer async_stream_close(client);
    return await is_heard(listener, client);
}

static async int listeners_of_local_sockets(void)
{
    struct sockaddr_un name = { .sun_family = AF_UNIX };
    struct async_listener *listener;
    struct async_stream *client;
    snprintf(name.sun_path, sizeof name.sun_path, "/tmp/asyncc-test-%d", (int)getpid());
    unlink(name.sun_path);
    int file = bound_socket((struct sockaddr *)&name, sizeof name);
    defer unlink(name.sun_path);
    int error = async_listener_open(file, 8, &listener);
    if (error) {
        close(file);
        return error;
    }
    defer async_listener_close(listener);
    TRY(await async_pipe_connect(name.sun_path, 0, &client));
    defer async_stream_close(client);
    return await is_heard(listener, client);
}

/* ---- terminals ---- */

static async int terminals(void)
{
    int master, slave, columns, rows;
    struct winsize size = { .ws_row = 25, .ws_col = 80 };
    struct async_stream *terminal, *user;
    MUST(openpty(&master, &slave, NULL, NULL, &size) == 0);
    defer close(slave);
    int error = async_tty_open(slave, &terminal);
    if (error) {
        close(master);
        return error;
    }
    defer async_stream_close(terminal);
    if ((error = async_stream_open(master, &user)) != 0) {
        close(master);
        return error;
    }
    defer close(master); /* libuv opened it once more */
    defer async_stream_close(user);
    TRY(async_tty_size(terminal, &columns, &rows));
    EXPECT(columns == 80 && rows == 25);
    TRY(async_tty_set_mode(terminal, ASYNC_TTY_RAW));
    TRY(await async_stream_write(user, "k", 1));
    char key;
    ssize_t n = await async_stream_read(terminal, &key, 1);
    TRY(n);
    EXPECT(n == 1 && key == 'k');
    TRY(async_tty_reset_mode());
    return 0;
}

static async int not_streams(void)
{
    struct async_stream *stream;
    FILE *file = tmpfile();
    defer fclose(file);
    EXPECT(async_stream_open(fileno(file), &stream) == UV_EINVAL && !stream);
    EXPECT(async_tty_open(fileno(file), &stream) < 0 && !stream);
    struct async_listener *listener;
    EXPECT(async_listener_open(fileno(file), 8, &listener) == UV_ENOTSOCK && !listener);
    int packets = socket(AF_UNIX, SOCK_SEQPACKET, 0);
    defer close(packets);
    MUST(bind(packets, &(struct sockaddr){ AF_UNIX, "" }, sizeof(sa_family_t)) == 0);
    EXPECT(async_listener_open(packets, 8, &listener) == UV_EINVAL && !listener);
    return 0;
}

SCENARIO(connected_socket)
SCENARIO(listeners_of_sockets)
SCENARIO(listeners_of_local_sockets)
SCENARIO(terminals)
SCENARIO(not_streams)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(check_connected_socket),
        TEST(check_listeners_of_sockets),
        TEST(check_listeners_of_local_sockets),
        TEST(check_terminals),
        TEST(check_not_streams),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
