/*
 * pipe.c - pipes: anonymous ones, and sockets with a name in the file system, which can carry streams.
 *
 * A connection that is being made belongs to a request with memory of its own; when nobody waits for it any more
 * it ends as libuv lets it.
 */
#include "leaf.h"
#include "listener.h"

#include "../core/operation.h"
#include "../core/pool.h"

#include <asyncc/pipe.h>

#include <sys/socket.h>
#include <unistd.h>

struct asyncc_pipe_request {
    uv_connect_t connect;
    struct asyncc_pipe_connect *leaf; /* NULL when it was cancelled, and the stream is being closed */
    struct async_stream *stream;
};

/* ---- connecting ---- */

static void on_connected(uv_connect_t *connect, int status)
{
    struct asyncc_pipe_request *request = (struct asyncc_pipe_request *)connect;
    struct asyncc_pipe_connect *leaf = request->leaf;
    if (leaf) {
        leaf->request = NULL;
        leaf->value = asyncc_stream_made(request->stream, status, &leaf->connected);
        asyncc_operation_wake(&leaf->operation);
    }
    asyncc_block_free(request);
}

static void cancel(struct asyncc_operation *operation)
{
    struct asyncc_pipe_connect *self = (struct asyncc_pipe_connect *)operation;
    self->request->leaf = NULL;
    async_stream_close(self->request->stream);
    asyncc_operation_wake(operation);
}

asyncc_status asyncc_pipe_connect_start(struct asyncc_pipe_connect *self, const char *path, int flags,
                                        struct async_stream **stream, int *value)
{
    *self = (struct asyncc_pipe_connect){ .stream = stream, .value = UV_ECANCELED };
    *stream = NULL;
    if (asyncc_operation_refused())
        return asyncc_operation_refuse(&self->operation);
    struct asyncc_pipe_request *request = asyncc_block_new(sizeof *request);
    *value = UV_ENOMEM;
    if (!request)
        return ASYNCC_DONE;
    request->leaf = self;
    request->stream = asyncc_stream_new_pipe(flags & ASYNC_PIPE_IPC, value);
    if (!request->stream) {
        asyncc_block_free(request);
        return ASYNCC_DONE;
    }
    self->request = request;
    uv_pipe_connect(&request->connect, &request->stream->pipe, path, on_connected);
    return asyncc_operation_begin(&self->operation, cancel);
}

asyncc_status asyncc_pipe_connect_resume(struct asyncc_pipe_connect *self, int *value)
{
    *value = self->value;
    if (asyncc_operation_cancelled(&self->operation)) {
        async_stream_close(self->connected);
        return ASYNCC_CANCELLED;
    }
    *self->stream = self->connected;
    return ASYNCC_DONE;
}

/* clang-format off */
ASYNCC_NATURAL(pipe_connect, int, (const char *path, int flags, struct async_stream **stream),
               ({ const char *path; int flags; struct async_stream **stream; }), (path, flags, stream),
               (a->path, a->flags, a->stream));
/* clang-format on */

/* ---- listening ---- */

int async_pipe_listen(const char *path, int backlog, int flags, struct async_listener **result)
{
    int error;
    *result = NULL;
    struct async_listener *listener = asyncc_listener_new_pipe(flags & ASYNC_PIPE_IPC, &error);
    if (!listener)
        return error;
    return asyncc_listener_listen(listener, uv_pipe_bind(&listener->pipe, path), backlog, result);
}

int async_pipe_chmod(struct async_listener *listener, int mode)
{
    return uv_pipe_chmod(&listener->pipe, mode);
}

/* ---- of descriptors ---- */

int async_pipe_open(int file, int flags, struct async_stream **result)
{
    int error;
    struct async_stream *stream = asyncc_stream_new_pipe(flags & ASYNC_PIPE_IPC, &error);
    return asyncc_stream_made(stream, stream ? uv_pipe_open(&stream->pipe, file) : error, result);
}

/* Streams of both descriptors, or an error, and they are closed. */
static int open_both(const int files[2], int flags, struct async_stream *ends[2])
{
    int error = async_pipe_open(files[0], flags, &ends[0]);
    ends[1] = NULL;
    if (error) {
        close(files[0]);
        close(files[1]);
        return error;
    }
    error = async_pipe_open(files[1], flags, &ends[1]);
    if (error) {
        close(files[1]);
        async_stream_close(ends[0]);
        ends[0] = NULL;
    }
    return error;
}

int async_pipe_new(struct async_stream *ends[2])
{
    uv_file files[2];
    int error = uv_pipe(files, UV_NONBLOCK_PIPE, UV_NONBLOCK_PIPE);
    ends[0] = ends[1] = NULL;
    return error ? error : open_both(files, 0, ends);
}

int async_pipe_pair(int flags, struct async_stream *ends[2])
{
    uv_os_sock_t files[2];
    int error = uv_socketpair(SOCK_STREAM, 0, files, UV_NONBLOCK_PIPE, UV_NONBLOCK_PIPE);
    ends[0] = ends[1] = NULL;
    return error ? error : open_both(files, flags, ends);
}

/* ---- streams that came ---- */

int async_pipe_receive(struct async_stream *stream, struct async_stream **received)
{
    int error;
    *received = NULL;
    if (uv_pipe_pending_count(&stream->pipe) == 0)
        return UV_EAGAIN;
    struct async_stream *new =
        uv_pipe_pending_type(&stream->pipe) == UV_TCP ? asyncc_stream_new_tcp(&error) : asyncc_stream_new_pipe(0, &error);
    return asyncc_stream_made(new, new ? uv_accept(&stream->stream, &new->stream) : error, received);
}
