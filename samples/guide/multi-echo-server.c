/*
 * multi-echo-server [PORT] - an echo server of several processes: the first one accepts connections and sends each to
 * one of its workers, in turn, through a pipe. Prints its port, and in each line that is echoed stands who did it.
 */
#include <asyncc/pipe.h>
#include <asyncc/process.h>
#include <asyncc/tcp.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include <uv.h>

enum { WORKERS = 3 };

/* ---- a worker: connections come from its standard input ---- */

static async void echo(struct async_stream *client)
{
    defer async_stream_close(client);
    char line[256], answer[300];
    ssize_t n;
    while ((n = await async_stream_read_line(client, line, sizeof line)) >= 0) {
        int size = snprintf(answer, sizeof answer, "%s (worker %s)\n", line, getenv("WORKER"));
        if (await async_stream_write(client, answer, (size_t)size) != 0)
            return;
    }
}

static async int work(void)
{
    struct async_stream *channel, *client;
    char byte;
    int error = async_pipe_open(0, ASYNC_PIPE_IPC, &channel);
    if (error)
        return EXIT_FAILURE;
    while (await async_stream_read(channel, &byte, 1) > 0) {
        while (async_pipe_receive(channel, &client) == 0) {
            if (spawn(echo(client)) != 0)
                async_stream_close(client);
        }
    }
    return EXIT_SUCCESS; /* the first process has ended */
}

/* ---- the first process ---- */

/* Starts a worker: 0, and *channel to it, or an error. */
static int start_worker(const char *program, int number, struct async_stream **channel)
{
    int ends[2];
    char variable[32];
    struct async_process *process;
    snprintf(variable, sizeof variable, "WORKER=%d", number);
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return UV_EMFILE;
    const char *args[] = { program, NULL }, *environment[] = { variable, NULL };
    struct async_stdio stdio[] = { { .kind = ASYNC_STDIO_FILE, .file = ends[1] },
                                   { 0 },
                                   { .kind = ASYNC_STDIO_FILE, .file = 2 } };
    int error = async_process_start(&(struct async_process_options){ .file = program, .args = args, .env = environment,
                                                                     .stdio = stdio, .stdio_count = 3 },
                                    &process);
    close(ends[1]);
    if (error == 0)
        error = async_pipe_open(ends[0], ASYNC_PIPE_IPC, channel);
    if (error)
        close(ends[0]);
    return error;
}

static async int manage(int port)
{
    char program[1024];
    size_t size = sizeof program;
    struct async_stream *channels[WORKERS], *client;
    struct async_listener *listener;
    uv_exepath(program, &size);
    int error = async_tcp_listen("0.0.0.0", port, 128, &listener);
    for (int i = 0; i < WORKERS && error == 0; i++)
        error = start_worker(program, i, &channels[i]);
    if (error == 0) {
        printf("%d\n", async_tcp_listener_port(listener));
        fflush(stdout);
    }
    for (int next = 0; error == 0 && (error = await async_accept(listener, &client)) == 0; next = (next + 1) % WORKERS) {
        error = await async_stream_send(channels[next], "a", 1, client);
        async_stream_close(client); /* it is the worker's now */
    }
    fprintf(stderr, "multi-echo-server: %s\n", uv_strerror(error));
    return EXIT_FAILURE;
}

async int main(int argc, char **argv)
{
    if (getenv("WORKER"))
        return await work();
    return await manage(argc > 1 ? atoi(argv[1]) : 0);
}
