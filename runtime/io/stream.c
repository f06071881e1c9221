/*
 * stream.c - making and closing streams, and what they tell. Reading and writing have files of their own.
 */
#include "stream.h"

#define ASYNCC_NO_SHORT_NAMES
#include <asyncc/stream.h>

#include <signal.h>

static void close_stream(void *stream)
{
    async_stream_close(stream);
}

#define SIZE(member) (offsetof(struct async_stream, handle) + sizeof(member))
#define KIND(member, text)                                                                       \
    { .function = { .name = text, .size = SIZE(member), .alignment = _Alignof(struct async_stream), \
                    .pool = ASYNCC_POOL_CLASS(SIZE(member), _Alignof(struct async_stream)) },     \
      .close = close_stream }

static const struct asyncc_handle_kind tcp_kind = KIND(uv_tcp_t, "TCP stream"), pipe_kind = KIND(uv_pipe_t, "pipe"),
                                       tty_kind = KIND(uv_tty_t, "terminal");

static const struct asyncc_handle_kind *kind_of(const struct async_stream *stream)
{
    switch (stream->handle.type) {
    case UV_TCP: return &tcp_kind;
    case UV_NAMED_PIPE: return &pipe_kind;
    default: return &tty_kind;
    }
}

/* ---- making ---- */

static void ignore_sigpipe(void)
{
    static _Thread_local int done;
    struct sigaction action;
    if (!done && sigaction(SIGPIPE, NULL, &action) == 0 && action.sa_handler == SIG_DFL)
        signal(SIGPIPE, SIG_IGN);
    done = 1;
}

static struct async_stream *new_stream(const struct asyncc_handle_kind *kind, int *error)
{
    struct async_stream *stream = asyncc_handle_new(kind);
    *error = asyncc_thread.loop ? UV_ENOMEM : UV_EINVAL;
    if (stream)
        ignore_sigpipe();
    return stream;
}

/* libuv's uv_..._init said `error`. */
static struct async_stream *made(struct async_stream *stream, int *error)
{
    if (*error) {
        asyncc_handle_free(stream);
        return NULL;
    }
    asyncc_handle_made(stream, &stream->handle);
    return stream;
}

struct async_stream *asyncc_stream_new_tcp(int *error)
{
    struct async_stream *stream = new_stream(&tcp_kind, error);
    if (!stream)
        return NULL;
    *error = uv_tcp_init(asyncc_handle_loop(&stream->base), &stream->tcp);
    return made(stream, error);
}

struct async_stream *asyncc_stream_new_pipe(int ipc, int *error)
{
    struct async_stream *stream = new_stream(&pipe_kind, error);
    if (!stream)
        return NULL;
    stream->ipc = ipc != 0;
    *error = uv_pipe_init(asyncc_handle_loop(&stream->base), &stream->pipe, stream->ipc);
    return made(stream, error);
}

struct async_stream *asyncc_stream_new_tty(int file, int *error)
{
    struct async_stream *stream = new_stream(&tty_kind, error);
    if (!stream)
        return NULL;
    *error = uv_tty_init(asyncc_handle_loop(&stream->base), &stream->tty, file, 0);
    return made(stream, error);
}

struct async_stream *asyncc_stream_new_like(const struct async_stream *other, int *error)
{
    if (other->handle.type == UV_TCP)
        return asyncc_stream_new_tcp(error);
    *error = UV_EINVAL;
    return other->handle.type == UV_NAMED_PIPE ? asyncc_stream_new_pipe(0, error) : NULL;
}

int asyncc_stream_made(struct async_stream *stream, int error, struct async_stream **result)
{
    if (error && stream)
        async_stream_close(stream);
    *result = error ? NULL : stream;
    return error;
}

int async_stream_open(int file, struct async_stream **result)
{
    int error;
    struct async_stream *stream;
    *result = NULL;
    switch (uv_guess_handle(file)) {
    case UV_TTY: stream = asyncc_stream_new_tty(file, &error); break;
    case UV_NAMED_PIPE:
        stream = asyncc_stream_new_pipe(0, &error);
        error = stream ? uv_pipe_open(&stream->pipe, file) : error;
        break;
    case UV_TCP:
        stream = asyncc_stream_new_tcp(&error);
        error = stream ? uv_tcp_open(&stream->tcp, file) : error;
        break;
    default: return UV_EINVAL;
    }
    return asyncc_stream_made(stream, error, result);
}

/* ---- closing ---- */

/* The stream is the user's no longer; its handle must still be closed. */
static void leave(struct async_stream *stream, const char *use)
{
    asyncc_handle_check(stream, kind_of(stream), use);
    asyncc_stream_end_reader(stream);
    asyncc_stream_end_writers(stream);
    asyncc_stream_drop_kept(stream);
    asyncc_handle_leave(stream);
}

void async_stream_close(struct async_stream *stream)
{
    if (!stream)
        return;
    leave(stream, "async_stream_close");
    uv_close(&stream->handle, asyncc_handle_closed);
}

void async_stream_reset(struct async_stream *stream)
{
    if (!stream)
        return;
    leave(stream, "async_stream_reset");
    if (stream->handle.type != UV_TCP || uv_tcp_close_reset(&stream->tcp, asyncc_handle_closed) != 0)
        uv_close(&stream->handle, asyncc_handle_closed);
}

/* ---- what it tells ---- */

int async_stream_fileno(const struct async_stream *stream)
{
    uv_os_fd_t file;
    int error = uv_fileno(&stream->handle, &file);
    return error ? error : file;
}

size_t async_stream_write_queue_size(const struct async_stream *stream)
{
    return uv_stream_get_write_queue_size(&stream->stream);
}

int async_stream_buffer_sizes(struct async_stream *stream, int *send, int *receive)
{
    int error = send ? uv_send_buffer_size(&stream->handle, send) : 0;
    return error || !receive ? error : uv_recv_buffer_size(&stream->handle, receive);
}
