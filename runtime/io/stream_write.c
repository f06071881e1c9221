/*
 * stream_write.c - writing to streams, and ending that.
 *
 * What the system takes at once costs no more than the call. The rest goes through libuv's queue in chunks, each
 * copied: so a writer that is cancelled can go on at once, whatever the other side does, and its buffer is its own.
 * A stream's writers have their turn one after the other, and a shutdown is one of them.
 */
#include "leaf.h"
#include "stream.h"

#include "../core/list.h"
#include "../core/operation.h"
#include "../core/pool.h"

#include <asyncc/pipe.h>

#include <limits.h>
#include <unistd.h>

enum { CHUNK = 32 * 1024, BUFFERS = 64 };
enum { WRITE, SHUTDOWN };

/* What libuv has. */
struct asyncc_write_request {
    union {
        uv_write_t write;
        uv_shutdown_t shutdown;
    };
    struct asyncc_stream_output *leaf; /* NULL when it was cancelled, or the stream closed */
    struct async_stream *sent;         /* a copy of the one that is sent */
    char data[];
};

static struct async_stream *stream_of(uv_stream_t *handle)
{
    return handle->data;
}

/* ---- whose turn it is ---- */

static void append(struct async_stream *stream, struct asyncc_stream_output *self)
{
    self->stream = stream;
    ASYNCC_LIST_APPEND(stream->writer, self);
}

static void drop(struct asyncc_stream_output *self)
{
    ASYNCC_LIST_REMOVE(self->stream->writer, self);
    self->stream = NULL;
    if (self->request)
        self->request->leaf = NULL;
    self->request = NULL;
}

static void finish(struct asyncc_stream_output *self, int value)
{
    self->value = value;
    asyncc_operation_wake(&self->operation);
}

/* ---- writing ---- */

/* The buffers that are left, at most BUFFERS of them and `limit` bytes; the value is how many. */
static unsigned collect(const struct asyncc_stream_output *self, size_t limit, uv_buf_t *buffers)
{
    unsigned count = 0;
    size_t done = self->done;
    for (size_t i = 0; i < self->count && count < BUFFERS && limit; i++) {
        size_t size = self->vector[i].iov_len - done;
        size = size < limit ? size : limit;
        if (size)
            buffers[count++] = uv_buf_init((char *)self->vector[i].iov_base + done, (unsigned)size);
        limit -= size;
        done = 0;
    }
    return count;
}

/* Of what is left, `size` bytes are gone. */
static void advance(struct asyncc_stream_output *self, size_t size)
{
    while (self->count) {
        size_t left = self->vector->iov_len - self->done;
        if (size < left) {
            self->done += size;
            return;
        }
        size -= left;
        self->vector++;
        self->count--;
        self->done = 0;
    }
}

/*
 * Writes until all is written (0), it is up to libuv (UV_EAGAIN), or an error. Behind requests that libuv has
 * uv_try_write takes nothing, so order is kept.
 */
static int write_now(struct asyncc_stream_output *self, uv_stream_t *stream)
{
    uv_buf_t buffers[BUFFERS];
    unsigned count;
    while ((count = collect(self, INT_MAX, buffers)) != 0) {
        int n =
            self->sent ? uv_try_write2(stream, buffers, count, &self->sent->stream) : uv_try_write(stream, buffers, count);
        if (n < 0)
            return n;
        self->sent = NULL;
        advance(self, (size_t)n);
    }
    return 0;
}

size_t asyncc_stream_output_left(const struct asyncc_stream_output *self)
{
    size_t left = 0;
    for (size_t i = 0; i < self->count; i++)
        left += self->vector[i].iov_len;
    return left - self->done;
}

static void on_written(uv_write_t *write, int status);

static int copy_sent(struct async_stream *sent, struct async_stream **copy)
{
    int error, file = dup(async_stream_fileno(sent));
    *copy = asyncc_stream_new_like(sent, &error);
    if (*copy && file >= 0)
        error = sent->handle.type == UV_TCP ? uv_tcp_open(&(*copy)->tcp, file) : uv_pipe_open(&(*copy)->pipe, file);
    else if (file < 0)
        error = UV_EBADF;
    if (error && file >= 0)
        close(file);
    error = asyncc_stream_made(*copy, error, copy);
    if (error == 0)
        asyncc_handle_leave(*copy); /* it is the request's, who closes it */
    return error;
}

/* A copy of the next chunk for libuv; NULL if there is no memory. */
static struct asyncc_write_request *copy_chunk(struct asyncc_stream_output *self, uv_buf_t *chunk)
{
    uv_buf_t buffers[BUFFERS];
    unsigned count = collect(self, CHUNK, buffers);
    size_t size = 0;
    for (unsigned i = 0; i < count; i++)
        size += buffers[i].len;
    struct asyncc_write_request *request = asyncc_block_new(sizeof *request + size);
    if (!request)
        return NULL;
    request->leaf = self;
    request->sent = NULL;
    *chunk = uv_buf_init(request->data, (unsigned)size);
    size = 0;
    for (unsigned i = 0; i < count; i++) {
        memcpy(request->data + size, buffers[i].base, buffers[i].len);
        size += buffers[i].len;
    }
    return request;
}

static void release(struct asyncc_write_request *request)
{
    if (request->sent)
        uv_close(&request->sent->handle, asyncc_handle_closed);
    asyncc_block_free(request);
}

/* Leaves the next chunk to libuv: 0 or an error. */
static int send_chunk(struct asyncc_stream_output *self, uv_stream_t *stream)
{
    uv_buf_t chunk;
    int error = 0;
    struct asyncc_write_request *request = copy_chunk(self, &chunk);
    if (!request)
        return UV_ENOMEM;
    if (self->sent)
        error = copy_sent(self->sent, &request->sent);
    if (error == 0)
        error = request->sent ? uv_write2(&request->write, stream, &chunk, 1, &request->sent->stream, on_written)
                              : uv_write(&request->write, stream, &chunk, 1, on_written);
    if (error) {
        release(request);
        return error;
    }
    self->request = request;
    self->sent = NULL;
    advance(self, chunk.len);
    return 0;
}

/* ---- shutdown ---- */

static void on_shut_down(uv_shutdown_t *shutdown, int status);

static int shut_down(struct asyncc_stream_output *self, uv_stream_t *stream)
{
    struct asyncc_write_request *request = asyncc_block_new(sizeof *request);
    if (!request)
        return UV_ENOMEM;
    request->leaf = self;
    request->sent = NULL;
    int error = uv_shutdown(&request->shutdown, stream, on_shut_down);
    if (error)
        asyncc_block_free(request);
    else
        self->request = request;
    return error;
}

/* ---- turns ---- */

/* Goes on with the first writer: 0 when it has ended, UV_EAGAIN when libuv will say so, or an error. */
static int go_on(struct asyncc_stream_output *self, uv_stream_t *stream)
{
    int value;
    if (self->kind == SHUTDOWN) {
        value = shut_down(self, stream);
        return value ? value : UV_EAGAIN;
    }
    value = write_now(self, stream);
    if (value == UV_EAGAIN)
        value = send_chunk(self, stream);
    return self->request ? UV_EAGAIN : value;
}

/* Lets writers have their turn until one must wait. */
static void run_writers(struct async_stream *stream)
{
    struct asyncc_stream_output *self;
    while ((self = stream->writer) != NULL && !self->request) {
        int value = go_on(self, &stream->stream);
        if (value == UV_EAGAIN)
            return;
        drop(self);
        finish(self, value);
    }
}

static void on_written(uv_write_t *write, int status)
{
    struct asyncc_write_request *request = (struct asyncc_write_request *)write;
    struct asyncc_stream_output *self = request->leaf;
    struct async_stream *stream = stream_of(write->handle);
    release(request);
    if (!self)
        return;
    self->request = NULL;
    if (status) {
        drop(self);
        finish(self, status);
    }
    run_writers(stream);
}

static void on_shut_down(uv_shutdown_t *shutdown, int status)
{
    struct asyncc_write_request *request = (struct asyncc_write_request *)shutdown;
    struct asyncc_stream_output *self = request->leaf;
    struct async_stream *stream = stream_of(shutdown->handle);
    asyncc_block_free(request);
    if (!self)
        return;
    self->request = NULL;
    drop(self);
    finish(self, status);
    run_writers(stream);
}

void asyncc_stream_end_writers(struct async_stream *stream)
{
    while (stream->writer) {
        struct asyncc_stream_output *self = stream->writer;
        drop(self);
        finish(self, UV_ECANCELED);
    }
}

/* ---- the leaves ---- */

static void cancel(struct asyncc_operation *operation)
{
    struct asyncc_stream_output *self = (struct asyncc_stream_output *)operation;
    struct async_stream *stream = self->stream;
    drop(self);
    asyncc_operation_wake(operation);
    run_writers(stream);
}

/* Does it now if possible. */
static asyncc_status start(struct asyncc_stream_output *self, struct async_stream *stream, int *value)
{
    self->request = NULL;
    self->stream = NULL;
    self->done = 0;
    self->value = UV_ECANCELED;
    if (!stream->writer && self->kind == WRITE) {
        *value = write_now(self, &stream->stream);
        if (*value != UV_EAGAIN) {
            self->value = *value;
            return asyncc_operation_ready(&self->operation);
        }
    }
    if (asyncc_operation_refused())
        return asyncc_operation_refuse(&self->operation);
    if (!stream->writer) {
        *value = self->kind == WRITE ? send_chunk(self, &stream->stream) : shut_down(self, &stream->stream);
        if (*value != 0)
            return ASYNCC_DONE;
    }
    append(stream, self);
    return asyncc_operation_begin(&self->operation, cancel);
}

static asyncc_status resume(struct asyncc_stream_output *self, int *value)
{
    *value = self->value;
    return asyncc_operation_cancelled(&self->operation) ? ASYNCC_CANCELLED : ASYNCC_DONE;
}

asyncc_status asyncc_stream_writev_start(struct asyncc_stream_writev *self, struct async_stream *stream,
                                         const struct iovec *vector, size_t count, int *value)
{
    self->output.kind = WRITE;
    self->output.sent = NULL;
    self->output.vector = vector;
    self->output.count = count;
    return start(&self->output, stream, value);
}

static asyncc_status start_one(struct asyncc_stream_output *self, struct async_stream *stream, const void *data, size_t size,
                               struct async_stream *sent, int *value)
{
    self->kind = WRITE;
    self->sent = sent;
    self->buffer.iov_base = (void *)(uintptr_t)data;
    self->buffer.iov_len = size;
    self->vector = &self->buffer;
    self->count = 1;
    return start(self, stream, value);
}

/* What the system takes at once, which is most of what is written, needs no more of the leaf than that nothing is left. */
asyncc_status asyncc_stream_write_start(struct asyncc_stream_write *self, struct async_stream *stream, const void *data,
                                        size_t size, int *value)
{
    int n = async_stream_try_write(stream, data, size);
    size_t written = n > 0 ? (size_t)n : 0;
    if (n < 0 || written < size)
        return start_one(&self->output, stream, (const char *)data + written, size - written, NULL, value);
    self->output.count = self->output.done = 0;
    self->output.value = *value = 0;
    return asyncc_operation_ready(&self->output.operation);
}

asyncc_status asyncc_stream_send_start(struct asyncc_stream_send *self, struct async_stream *stream, const void *data,
                                       size_t size, struct async_stream *sent, int *value)
{
    if (stream->ipc && size)
        return start_one(&self->output, stream, data, size, sent, value);
    *value = UV_EINVAL;
    return ASYNCC_DONE;
}

asyncc_status asyncc_stream_shutdown_start(struct asyncc_stream_shutdown *self, struct async_stream *stream, int *value)
{
    self->output.kind = SHUTDOWN;
    self->output.sent = NULL;
    return start(&self->output, stream, value);
}

#define RESUME(x)                                                                                \
    asyncc_status asyncc_stream_##x##_resume(struct asyncc_stream_##x *self, int *value)         \
    {                                                                                            \
        return resume(&self->output, value);                                                     \
    }                                                                                            \
    struct asyncc_stream_##x
RESUME(write);
RESUME(writev);
RESUME(send);
RESUME(shutdown);

int async_stream_try_write(struct async_stream *stream, const void *data, size_t size)
{
    uv_buf_t buffer = uv_buf_init((char *)(uintptr_t)data, size < INT_MAX ? (unsigned)size : INT_MAX);
    return stream->writer ? UV_EAGAIN : uv_try_write(&stream->stream, &buffer, 1);
}

/* clang-format off */
ASYNCC_NATURAL(stream_write, int, (struct async_stream *stream, const void *data, size_t size),
               ({ struct async_stream *stream; const void *data; size_t size; }), (stream, data, size),
               (a->stream, a->data, a->size));
ASYNCC_NATURAL(stream_writev, int, (struct async_stream *stream, const struct iovec *vector, size_t count),
               ({ struct async_stream *stream; const struct iovec *vector; size_t count; }), (stream, vector, count),
               (a->stream, a->vector, a->count));
ASYNCC_NATURAL(stream_send, int,
               (struct async_stream *stream, const void *data, size_t size, struct async_stream *sent),
               ({ struct async_stream *stream; const void *data; size_t size; struct async_stream *sent; }),
               (stream, data, size, sent), (a->stream, a->data, a->size, a->sent));
ASYNCC_NATURAL(stream_shutdown, int, (struct async_stream *stream), ({ struct async_stream *stream; }), (stream),
               (a->stream));
/* clang-format on */
