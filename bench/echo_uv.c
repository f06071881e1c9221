/*
 * echo_uv.c - libuv with callbacks, as one would write it by hand: one buffer for all connections, since what was read
 * is written, or copied, before the next one is read; and, for orientation, with one for each.
 */
#include "echo.h"

#include <stdlib.h>
#include <string.h>
#include <uv.h>

enum { OWN = 8 * 1024 };

static char input[64 * 1024];

struct request {
    uv_write_t write;
    char data[];
};

static void on_alloc(uv_handle_t *handle, size_t suggested, uv_buf_t *buffer)
{
    (void)handle;
    (void)suggested;
    *buffer = uv_buf_init(input, sizeof input);
}

/* One for each connection, as large as that of ours. */
static void on_alloc_own(uv_handle_t *handle, size_t suggested, uv_buf_t *buffer)
{
    (void)suggested;
    if (!handle->data && !(handle->data = malloc(OWN)))
        abort();
    *buffer = uv_buf_init(handle->data, OWN);
}

static void on_closed(uv_handle_t *handle)
{
    free(handle->data);
    free(handle);
}

static void on_written(uv_write_t *write, int status)
{
    if (status < 0 && !uv_is_closing((uv_handle_t *)write->handle))
        uv_close((uv_handle_t *)write->handle, on_closed);
    free(write);
}

static void write_copy(uv_stream_t *stream, const char *data, size_t size)
{
    struct request *request = malloc(sizeof *request + size);
    if (!request)
        abort();
    memcpy(request->data, data, size);
    uv_buf_t buffer = uv_buf_init(request->data, (unsigned)size);
    if (uv_write(&request->write, stream, &buffer, 1, on_written) != 0)
        abort();
}

static void on_read_write(uv_stream_t *stream, ssize_t n, const uv_buf_t *buffer)
{
    if (n < 0)
        uv_close((uv_handle_t *)stream, on_closed);
    else if (n > 0)
        write_copy(stream, buffer->base, (size_t)n);
}

static void on_read_try(uv_stream_t *stream, ssize_t n, const uv_buf_t *buffer)
{
    if (n < 0) {
        uv_close((uv_handle_t *)stream, on_closed);
        return;
    }
    if (n == 0)
        return;
    uv_buf_t rest = uv_buf_init(buffer->base, (unsigned)n);
    int written = uv_try_write(stream, &rest, 1);
    if (written < 0 && written != UV_EAGAIN)
        uv_close((uv_handle_t *)stream, on_closed);
    else if (written < n)
        write_copy(stream, buffer->base + (written > 0 ? written : 0), (size_t)n - (size_t)(written > 0 ? written : 0));
}

static uv_stream_t *open_tcp(uv_loop_t *loop, int socket)
{
    uv_tcp_t *tcp = malloc(sizeof *tcp);
    if (!tcp || uv_tcp_init(loop, tcp) != 0 || uv_tcp_open(tcp, socket) != 0)
        abort();
    return (uv_stream_t *)tcp;
}

static uv_stream_t *open_pipe(uv_loop_t *loop, int socket)
{
    uv_pipe_t *pipe = malloc(sizeof *pipe);
    if (!pipe || uv_pipe_init(loop, pipe, 0) != 0 || uv_pipe_open(pipe, socket) != 0)
        abort();
    return (uv_stream_t *)pipe;
}

static void serve(const int *sockets, int count, uv_alloc_cb alloc, uv_read_cb on_read)
{
    uv_loop_t *loop = uv_default_loop();
    for (int i = 0; i < count; i++) {
        int is_tcp = uv_guess_handle(sockets[i]) == UV_TCP;
        uv_stream_t *stream = is_tcp ? open_tcp(loop, sockets[i]) : open_pipe(loop, sockets[i]);
        stream->data = NULL;
        if (uv_read_start(stream, alloc, on_read) != 0)
            abort();
    }
    uv_run(loop, UV_RUN_DEFAULT);
    uv_loop_close(loop);
}

void echo_try_write(const int *sockets, int count)
{
    serve(sockets, count, on_alloc, on_read_try);
}

void echo_write(const int *sockets, int count)
{
    serve(sockets, count, on_alloc, on_read_write);
}

void echo_try_write_own(const int *sockets, int count)
{
    serve(sockets, count, on_alloc_own, on_read_try);
}
