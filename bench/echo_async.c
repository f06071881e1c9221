/*
 * echo_async.c - ours. Async C.
 */
#include "echo.h"

#include <asyncc/stream.h>
#include <asyncc/sync.h>

#include <stdio.h>
#include <stdlib.h>

static int left; /* connections */
static struct async_event all_ended = ASYNC_EVENT_INIT;

static void end(struct async_stream *stream)
{
    async_stream_close(stream);
    if (--left == 0)
        async_event_set(&all_ended);
}

/* As one would write it first. A buffer that a message does not fill: otherwise libuv looks for more. */
static async void echo(struct async_stream *stream)
{
    char buffer[8192];
    ssize_t n;
    defer end(stream);
    while ((n = await async_stream_read(stream, buffer, sizeof buffer)) > 0) {
        if (await async_stream_write(stream, buffer, (size_t)n) != 0)
            return;
    }
}

/* The same without a buffer of one's own. */
static async void copy(struct async_stream *stream)
{
    defer end(stream);
    await async_stream_copy(stream, stream);
}

static async void serve(const int *sockets, int count, async void (*handler)(struct async_stream *stream))
{
    left = count;
    for (int i = 0; i < count; i++) {
        struct async_stream *stream;
        if (async_stream_open(sockets[i], &stream) != 0 || spawn(handler(stream)) != 0) {
            fprintf(stderr, "echo: a connection cannot be served\n");
            exit(EXIT_FAILURE);
        }
    }
    await async_event_wait(&all_ended);
}

void echo_ours(const int *sockets, int count)
{
    async_run(serve(sockets, count, echo));
}

void echo_copy(const int *sockets, int count)
{
    async_run(serve(sockets, count, copy));
}
