/*
 * tcp-echo-server [PORT] - sends everybody back what they send. Prints its port.
 */
#include <asyncc/tcp.h>

#include <stdio.h>
#include <stdlib.h>
#include <uv.h>

static async void echo(struct async_stream *client)
{
    defer async_stream_close(client);
    int64_t n = await async_stream_copy(client, client);
    if (n < 0)
        fprintf(stderr, "echo: %s\n", uv_strerror((int)n));
}

async int main(int argc, char **argv)
{
    struct async_listener *listener;
    struct async_stream *client;
    int error = async_tcp_listen("0.0.0.0", argc > 1 ? atoi(argv[1]) : 0, 128, &listener);
    if (error) {
        fprintf(stderr, "listen: %s\n", uv_strerror(error));
        return EXIT_FAILURE;
    }
    printf("%d\n", async_tcp_listener_port(listener));
    fflush(stdout);
    while ((error = await async_accept(listener, &client)) == 0) {
        if (spawn(echo(client)) != 0)
            async_stream_close(client);
    }
    fprintf(stderr, "accept: %s\n", uv_strerror(error));
    return EXIT_FAILURE;
}
