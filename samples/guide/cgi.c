/*
 * cgi [PORT] - answers each connection with the output of a program, whose standard output is the connection itself.
 * Prints its port.
 */
#include <asyncc/process.h>
#include <asyncc/tcp.h>

#include <stdio.h>
#include <stdlib.h>
#include <uv.h>

static async void answer(struct async_stream *client)
{
    const char *args[] = { "sh", "-c", "for i in 1 2 3; do echo tick; done; echo $REQUEST", NULL };
    char line[256], request[300];
    struct async_process *process;
    struct async_stdio stdio[] = { { 0 }, { .kind = ASYNC_STDIO_STREAM, .stream = client } };
    defer async_stream_close(client);
    if (await async_stream_read_line(client, line, sizeof line) < 0)
        return;
    snprintf(request, sizeof request, "REQUEST=%s", line);
    const char *environment[] = { request, NULL };
    int error = async_process_start(&(struct async_process_options){ .file = "sh", .args = args, .env = environment,
                                                                     .stdio = stdio, .stdio_count = 2 },
                                    &process);
    if (error) {
        fprintf(stderr, "cgi: %s\n", uv_strerror(error));
        return;
    }
    await async_process_wait(process, NULL, NULL);
    async_process_close(process);
}

async int main(int argc, char **argv)
{
    struct async_listener *listener;
    struct async_stream *client;
    int error = async_tcp_listen("0.0.0.0", argc > 1 ? atoi(argv[1]) : 0, 128, &listener);
    if (error == 0) {
        printf("%d\n", async_tcp_listener_port(listener));
        fflush(stdout);
    }
    while (error == 0 && (error = await async_accept(listener, &client)) == 0) {
        if (spawn(answer(client)) != 0)
            async_stream_close(client);
    }
    fprintf(stderr, "cgi: %s\n", uv_strerror(error));
    return EXIT_FAILURE;
}
