/*
 * stream_write.c - writing to streams, and ending that.
 *
 * What the system takes at once costs no more than the call. The rest goes through libuv's queue in chunks, each
 * copied: so a writer that is cancelled can go on at once, whatever the other side does, and its buffer is its own.
 */
#include "leaf.h"
#include "stream.h"

#include "../core/operation.h"
#include "../core/pool.h"

#include <asyncc/stream.h>

enum { CHUNK = 32 * 1024 };

struct asyncc_write_request {
    uv_write_t write;
    struct asyncc_stream_write *leaf; /* NULL when it was cancelled */
    size_t size;
    char data[];
};

static int send_chunk(struct asyncc_stream_write *self, uv_stream_t *stream);

/*
 * Writes until all is written (0), it is up to libuv (UV_EAGAIN), or an error. Behind other writes libuv's
 * uv_try_write takes nothing, so order is kept.
 */
static int advance(struct asyncc_stream_write *self, uv_stream_t *stream)
{
    while (self->left) {
        size_t size = self->left < 1 << 30 ? self->left : 1 << 30;
        uv_buf_t buffer = { (char *)(uintptr_t)self->data, size };
        int n = uv_try_write(stream, &buffer, 1);
        if (n == UV_EAGAIN)
            return UV_EAGAIN;
        if (n < 0)
            return n;
        self->data += n;
        self->left -= (size_t)n;
    }
    return 0;
}

static void on_written(uv_write_t *write, int status)
{
    struct asyncc_write_request *request = (struct asyncc_write_request *)write;
    struct asyncc_stream_write *self = request->leaf;
    asyncc_block_free(request);
    if (!self)
        return;
    self->request = NULL;
    if (status == 0)
        status = advance(self, write->handle);
    if (status == UV_EAGAIN)
        status = send_chunk(self, write->handle);
    if (self->request)
        return;
    self->value = status;
    asyncc_operation_wake(&self->operation);
}

/* Leaves the next chunk to libuv: 0 or an error. */
static int send_chunk(struct asyncc_stream_write *self, uv_stream_t *stream)
{
    size_t size = self->left < CHUNK ? self->left : CHUNK;
    struct asyncc_write_request *request = asyncc_block_new(sizeof *request + size);
    if (!request)
        return UV_ENOMEM;
    request->leaf = self;
    request->size = size;
    memcpy(request->data, self->data, size);
    uv_buf_t buffer = { request->data, size };
    int error = uv_write(&request->write, stream, &buffer, 1, on_written);
    if (error) {
        asyncc_block_free(request);
        return error;
    }
    self->request = request;
    self->data += size;
    self->left -= size;
    return 0;
}

static void cancel(struct asyncc_operation *operation)
{
    struct asyncc_stream_write *self = (struct asyncc_stream_write *)operation;
    self->request->leaf = NULL;
    asyncc_operation_wake(operation);
}

asyncc_status asyncc_stream_write_start(struct asyncc_stream_write *self, struct async_stream *stream,
                                        const void *data, size_t size, int *value)
{
    self->request = NULL;
    self->data = data;
    self->left = size;
    *value = advance(self, &stream->stream);
    if (*value != UV_EAGAIN)
        return ASYNCC_DONE;
    if (asyncc_operation_refused())
        return asyncc_operation_refuse(&self->operation);
    *value = send_chunk(self, &stream->stream);
    return self->request ? asyncc_operation_begin(&self->operation, cancel) : ASYNCC_DONE;
}

asyncc_status asyncc_stream_write_resume(struct asyncc_stream_write *self, int *value)
{
    *value = self->value;
    return asyncc_operation_cancelled(&self->operation) ? ASYNCC_CANCELLED : ASYNCC_DONE;
}

/* ---- shutdown ---- */

struct asyncc_shutdown_request {
    uv_shutdown_t shutdown;
    struct asyncc_stream_shutdown *leaf;
};

static void on_shut_down(uv_shutdown_t *shutdown, int status)
{
    struct asyncc_shutdown_request *request = (struct asyncc_shutdown_request *)shutdown;
    struct asyncc_stream_shutdown *self = request->leaf;
    asyncc_block_free(request);
    if (!self)
        return;
    self->value = status;
    asyncc_operation_wake(&self->operation);
}

static void cancel_shutdown(struct asyncc_operation *operation)
{
    ((struct asyncc_stream_shutdown *)operation)->request->leaf = NULL;
    asyncc_operation_wake(operation);
}

asyncc_status asyncc_stream_shutdown_start(struct asyncc_stream_shutdown *self, struct async_stream *stream,
                                           int *value)
{
    if (asyncc_operation_refused())
        return asyncc_operation_refuse(&self->operation);
    self->request = asyncc_block_new(sizeof *self->request);
    *value = UV_ENOMEM;
    if (!self->request)
        return ASYNCC_DONE;
    self->request->leaf = self;
    *value = uv_shutdown(&self->request->shutdown, &stream->stream, on_shut_down);
    if (*value != 0) {
        asyncc_block_free(self->request);
        return ASYNCC_DONE;
    }
    return asyncc_operation_begin(&self->operation, cancel_shutdown);
}

asyncc_status asyncc_stream_shutdown_resume(struct asyncc_stream_shutdown *self, int *value)
{
    *value = self->value;
    return asyncc_operation_cancelled(&self->operation) ? ASYNCC_CANCELLED : ASYNCC_DONE;
}

ASYNCC_NATURAL(stream_write, int, (struct async_stream *stream, const void *data, size_t size),
               ({ struct async_stream *stream; const void *data; size_t size; }), (stream, data, size),
               (a->stream, a->data, a->size));
ASYNCC_NATURAL(stream_shutdown, int, (struct async_stream *stream), ({ struct async_stream *stream; }), (stream),
               (a->stream));
