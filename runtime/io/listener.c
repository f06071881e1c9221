/*
 * listener.c - listening, and accepting connections.
 *
 * libuv accepts one connection in advance and says so; if nobody takes it over in that very call it stops. So
 * connections are taken over for those who wait, as many as these are, and lie ready until they come for them.
 */
#include "leaf.h"
#include "listener.h"

#include "../core/operation.h"

#include <asyncc/stream.h>

#include <errno.h>
#include <sys/socket.h>

static void close_listener(void *listener)
{
    async_listener_close(listener);
}

static const struct asyncc_handle_kind listener_kind = ASYNCC_HANDLE_KIND(struct async_listener, "listener", close_listener);

/* ---- connections ---- */

/* Takes over the connection that libuv has. */
static int take_over(struct async_listener *listener, struct async_stream **stream)
{
    int error;
    *stream =
        listener->handle.type == UV_TCP ? asyncc_stream_new_tcp(&error) : asyncc_stream_new_pipe(listener->ipc, &error);
    if (!*stream)
        return error;
    listener->waiting = 0; /* before uv_accept, in which libuv may find the next one */
    error = uv_accept(&listener->stream, &(*stream)->stream);
    if (error == 0 && listener->handle.type == UV_TCP)
        uv_tcp_nodelay(&(*stream)->tcp, 1);
    return asyncc_stream_made(*stream, error, stream);
}

static struct async_stream *take_ready(struct async_listener *listener)
{
    struct async_stream *stream = listener->ready[listener->first_ready];
    listener->first_ready = (listener->first_ready + 1) % ASYNCC_LISTENER_READY;
    listener->ready_count--;
    return stream;
}

/* Whether there was something, a connection or an error. */
static int take(struct async_listener *listener, struct async_stream **stream, int *value)
{
    *value = 0;
    if (listener->ready_count)
        *stream = take_ready(listener);
    else if (listener->waiting)
        *value = take_over(listener, stream);
    else if (listener->error)
        *value = listener->error;
    else
        return 0;
    if (*value == listener->error)
        listener->error = 0;
    return 1;
}

/* As many acceptors as there is something for are to come. */
static void wake(struct async_listener *listener)
{
    while (listener->acceptors.woken < listener->ready_count + (listener->waiting || listener->error)) {
        if (!asyncc_io_wake(&listener->acceptors))
            return;
    }
}

static void on_connection(uv_stream_t *handle, int status)
{
    struct async_listener *listener = handle->data;
    if (status < 0) {
        listener->error = status;
        wake(listener);
        return;
    }
    listener->waiting = 1;
    if (listener->ready_count < ASYNCC_LISTENER_READY && asyncc_io_wake(&listener->acceptors)) {
        struct async_stream *stream;
        int error = take_over(listener, &stream);
        if (stream)
            listener->ready[(listener->first_ready + listener->ready_count++) % ASYNCC_LISTENER_READY] = stream;
        else if (error && !listener->waiting)
            listener->error = error;
    }
}

/* ---- listeners ---- */

static struct async_listener *made(struct async_listener *listener, int *error)
{
    if (*error) {
        asyncc_handle_free(listener);
        return NULL;
    }
    asyncc_handle_made(listener, &listener->handle);
    return listener;
}

static struct async_listener *new_listener(int *error)
{
    *error = asyncc_thread.loop ? UV_ENOMEM : UV_EINVAL;
    return asyncc_handle_new(&listener_kind);
}

struct async_listener *asyncc_listener_new_tcp(int *error)
{
    struct async_listener *listener = new_listener(error);
    if (!listener)
        return NULL;
    *error = uv_tcp_init(asyncc_handle_loop(&listener->base), &listener->tcp);
    return made(listener, error);
}

struct async_listener *asyncc_listener_new_pipe(int ipc, int *error)
{
    struct async_listener *listener = new_listener(error);
    if (!listener)
        return NULL;
    listener->ipc = ipc != 0;
    *error = uv_pipe_init(asyncc_handle_loop(&listener->base), &listener->pipe, 0);
    return made(listener, error);
}

int asyncc_listener_listen(struct async_listener *listener, int error, int backlog, struct async_listener **result)
{
    if (error == 0)
        error = uv_listen(&listener->stream, backlog, on_connection);
    if (error)
        async_listener_close(listener);
    *result = error ? NULL : listener;
    return error;
}

int async_listener_open(int file, int backlog, struct async_listener **result)
{
    int error;
    struct async_listener *listener;
    *result = NULL;
    /* First, since it alone can fail once libuv has the descriptor, which closing would then close. */
    if (listen(file, backlog) != 0)
        return uv_translate_sys_error(errno);
    switch (uv_guess_handle(file)) {
    case UV_TCP:
        listener = asyncc_listener_new_tcp(&error);
        error = listener ? uv_tcp_open(&listener->tcp, file) : error;
        break;
    case UV_NAMED_PIPE:
        listener = asyncc_listener_new_pipe(0, &error);
        error = listener ? uv_pipe_open(&listener->pipe, file) : error;
        break;
    default: return UV_EINVAL;
    }
    return listener ? asyncc_listener_listen(listener, error, backlog, result) : error;
}

void async_listener_close(struct async_listener *listener)
{
    if (!listener)
        return;
    asyncc_handle_check(listener, &listener_kind, "async_listener_close");
    asyncc_io_wake_closed(&listener->acceptors);
    while (listener->ready_count)
        async_stream_close(take_ready(listener));
    asyncc_handle_close(listener, &listener->handle);
}

int async_listener_fileno(const struct async_listener *listener)
{
    uv_os_fd_t file;
    int error = uv_fileno(&listener->handle, &file);
    return error ? error : file;
}

/* ---- the leaf ---- */

asyncc_status asyncc_accept_start(struct asyncc_accept *self, struct async_listener *listener, struct async_stream **stream,
                                  int *value)
{
    *stream = NULL;
    self->listener = listener;
    self->stream = stream;
    if (!listener->acceptors.waiters.first && take(listener, stream, value))
        return ASYNCC_DONE;
    asyncc_status status = asyncc_io_wait(&self->waiter, &listener->acceptors);
    wake(listener);
    return status;
}

asyncc_status asyncc_accept_resume(struct asyncc_accept *self, int *value)
{
    switch (asyncc_io_resume(&self->waiter)) {
    case ASYNCC_IO_CANCELLED: return ASYNCC_CANCELLED;
    case ASYNCC_IO_CLOSED: *value = UV_ECANCELED; return ASYNCC_DONE;
    default: break;
    }
    if (take(self->listener, self->stream, value))
        return ASYNCC_DONE;
    return asyncc_io_wait_again(&self->waiter, &self->listener->acceptors);
}

/* clang-format off */
ASYNCC_NATURAL(accept, int, (struct async_listener *listener, struct async_stream **stream),
               ({ struct async_listener *listener; struct async_stream **stream; }), (listener, stream),
               (a->listener, a->stream));
/* clang-format on */
