/*
 * pipe-echo-server PATH - the same at a local socket, which is removed at the end: by SIGINT.
 */
#include <asyncc/pipe.h>
#include <asyncc/signal.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <uv.h>

static async void echo(struct async_stream *client)
{
    defer async_stream_close(client);
    await async_stream_copy(client, client);
}

static async void serve(struct async_listener *listener)
{
    struct async_stream *client;
    while (await async_accept(listener, &client) == 0) {
        if (spawn(echo(client)) != 0)
            async_stream_close(client);
    }
}

async int main(int argc, char **argv)
{
    struct async_listener *listener;
    struct async_signal *interrupt;
    int error = argc == 2 ? async_pipe_listen(argv[1], 128, 0, &listener) : UV_EINVAL;
    if (error || (error = async_signal_open(SIGINT, &interrupt)) != 0) {
        fprintf(stderr, "listen: %s\n", uv_strerror(error));
        return EXIT_FAILURE;
    }
    if (spawn(serve(listener)) != 0)
        return EXIT_FAILURE;
    puts("ready");
    fflush(stdout);
    await async_signal_wait(interrupt);
    return EXIT_SUCCESS; /* the listener is closed with the loop, and that removes the path */
}
