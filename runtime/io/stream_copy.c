/*
 * stream_copy.c - reading to the end, and copying from stream to stream.
 *
 * Both wait until something is kept with the stream and take it from there: a copy that waits for input has no
 * buffer. What the other stream takes at once is not even kept, but written where it was read to, and the task sleeps
 * on.
 */
#include "leaf.h"
#include "stream.h"

#include "../core/gather.h"
#include "../core/operation.h"
#include "../core/pool.h"

#include <asyncc/stream.h>

#include <limits.h>
#include <stdlib.h>

/* ---- reading to the end ---- */

static int append(struct asyncc_stream_read_all *self)
{
    struct async_stream *stream = self->stream;
    size_t size = asyncc_stream_kept(stream), wanted = self->used + size + 1;
    if (size > self->limit - self->used)
        return UV_ENOBUFS;
    if (wanted > self->capacity) {
        size_t capacity = wanted > 2 * self->capacity ? wanted : 2 * self->capacity;
        char *memory = realloc(self->memory, capacity);
        if (!memory)
            return UV_ENOMEM;
        self->memory = memory;
        self->capacity = capacity;
    }
    if (size)
        memcpy(self->memory + self->used, asyncc_stream_kept_bytes(stream), size);
    self->used += size;
    asyncc_stream_take_kept(stream, size);
    return 0;
}

/* Not all could be read: what was goes back to the stream, unless that was closed. */
static asyncc_status give_up(struct asyncc_stream_read_all *self, asyncc_status status)
{
    if (self->ready.reader.stream && self->used)
        asyncc_stream_give_back(self->stream, self->memory, self->used);
    free(self->memory);
    return status;
}

static asyncc_status read_on(struct asyncc_stream_read_all *self, asyncc_status status, ssize_t *value)
{
    while (status == ASYNCC_DONE) {
        if (*value == 0)
            *value = append(self);
        if (*value == 0 && self->stream->error != UV_EOF)
            *value = self->stream->error;
        if (*value < 0)
            return give_up(self, ASYNCC_DONE);
        if (self->stream->error) {
            self->memory[self->used] = 0;
            *self->data = self->memory;
            *value = (ssize_t)self->used;
            return ASYNCC_DONE;
        }
        status = asyncc_stream_ready_start(&self->ready, self->stream, NULL, value);
    }
    return status == ASYNCC_PENDING ? status : give_up(self, status);
}

asyncc_status asyncc_stream_read_all_start(struct asyncc_stream_read_all *self, struct async_stream *stream, char **data,
                                           size_t limit, ssize_t *value)
{
    self->stream = stream;
    self->memory = NULL;
    self->used = self->capacity = 0;
    self->ready.forwarded = 0;
    self->limit = limit < SSIZE_MAX ? limit : SSIZE_MAX;
    self->data = data;
    return read_on(self, asyncc_stream_ready_start(&self->ready, stream, NULL, value), value);
}

asyncc_status asyncc_stream_read_all_resume(struct asyncc_stream_read_all *self, ssize_t *value)
{
    return read_on(self, asyncc_stream_ready_resume(&self->ready, value), value);
}

/* ---- one way ---- */

/* What is being written, while the other stream takes no more. */
struct asyncc_copy_chunk {
    struct asyncc_stream_write write;
    struct asyncc_kept *kept;
};

/* What the stream keeps is the chunk's now. The copy stays its reader, and so knows when it is closed. 0 or an error. */
static int take_chunk(struct asyncc_stream_copy *self, struct async_stream *from)
{
    self->chunk = asyncc_block_new(sizeof *self->chunk);
    if (!self->chunk)
        return UV_ENOMEM;
    self->chunk->kept = from->kept;
    from->kept = NULL;
    from->reader = &self->ready.reader;
    return 0;
}

/* Writing has ended; what was not written goes back. */
static void drop_chunk(struct asyncc_stream_copy *self)
{
    struct async_stream *from = self->ready.reader.stream;
    struct asyncc_kept *kept = self->chunk->kept;
    size_t left = asyncc_stream_output_left(&self->chunk->write.output);
    self->ready.forwarded += (int64_t)(kept->end - kept->begin - left);
    if (from) {
        from->reader = NULL;
        asyncc_stream_give_back(from, kept->bytes + kept->end - left, left);
    }
    asyncc_block_free(kept);
    asyncc_block_free(self->chunk);
    self->chunk = NULL;
}

static asyncc_status write_chunk(struct asyncc_stream_copy *self, ssize_t *n)
{
    struct asyncc_kept *kept = self->chunk->kept;
    int error = 0;
    asyncc_status status = asyncc_stream_write_start(&self->chunk->write, self->ready.forward, kept->bytes + kept->begin,
                                                     kept->end - kept->begin, &error);
    if (status == ASYNCC_DONE)
        drop_chunk(self);
    *n = error;
    return status;
}

/* The stream it reads from is there as long as n is not negative. */
static asyncc_status copy_on(struct asyncc_stream_copy *self, asyncc_status status, ssize_t n, int64_t *value)
{
    while (status == ASYNCC_DONE && n >= 0) {
        struct async_stream *from = self->ready.reader.stream;
        if (self->chunk)
            status = write_chunk(self, &n);
        else if (asyncc_stream_kept(from))
            n = take_chunk(self, from);
        else if (from->error)
            n = from->error;
        else
            status = asyncc_stream_ready_start(&self->ready, from, self->ready.forward, &n);
    }
    *value = n < 0 && n != UV_EOF ? n : self->ready.forwarded;
    return status;
}

asyncc_status asyncc_stream_copy_start(struct asyncc_stream_copy *self, struct async_stream *from, struct async_stream *to,
                                       int64_t *value)
{
    ssize_t n = 0;
    self->chunk = NULL;
    self->ready.forwarded = 0;
    asyncc_status status = asyncc_stream_ready_start(&self->ready, from, to, &n);
    return copy_on(self, status, n, value);
}

asyncc_status asyncc_stream_copy_resume(struct asyncc_stream_copy *self, int64_t *value)
{
    ssize_t n = 0;
    int error = 0;
    asyncc_status status;
    if (self->chunk) {
        status = asyncc_stream_write_resume(&self->chunk->write, &error);
        drop_chunk(self);
        n = self->ready.reader.stream || error ? error : UV_ECANCELED;
    } else {
        status = asyncc_stream_ready_resume(&self->ready, &n);
    }
    return copy_on(self, status, n, value);
}

/* ---- both ways ---- */

struct one_way_unit {
    struct asyncc_unit unit;
    struct {
        unsigned state;
        union {
            struct asyncc_stream_copy copy;
            struct asyncc_stream_shutdown shutdown;
        } await;
        struct async_stream *from, *to;
        int64_t copied;
    } frame;
    int error;
};

/* An error ends the other way, too, which may wait for input that never comes. */
static asyncc_status end_way(struct one_way_unit *u, int error)
{
    u->error = error;
    if (error) {
        asyncc_stream_end_reader(u->frame.to);
        asyncc_stream_end_writers(u->frame.from);
    }
    return ASYNCC_DONE;
}

/* A peer that has gone needs not to be told of the end. */
static int shut_down_error(int error)
{
    return error == UV_ENOTCONN ? 0 : error;
}

static asyncc_status one_way_step(struct asyncc_unit *unit)
{
    struct one_way_unit *u = (struct one_way_unit *)unit;
    asyncc_status status;
    if (u->frame.state == 2) {
        status = asyncc_stream_shutdown_resume(&u->frame.await.shutdown, &u->error);
        return status == ASYNCC_DONE ? end_way(u, shut_down_error(u->error)) : status;
    }
    status = u->frame.state == 1
                 ? asyncc_stream_copy_resume(&u->frame.await.copy, &u->frame.copied)
                 : asyncc_stream_copy_start(&u->frame.await.copy, u->frame.from, u->frame.to, &u->frame.copied);
    u->frame.state = 1;
    if (status != ASYNCC_DONE)
        return status;
    if (u->frame.copied < 0)
        return end_way(u, (int)u->frame.copied);
    u->frame.state = 2;
    status = asyncc_stream_shutdown_start(&u->frame.await.shutdown, u->frame.to, &u->error);
    return status == ASYNCC_DONE ? end_way(u, shut_down_error(u->error)) : status;
}

static const struct asyncc_function one_way_function = { .name = "one way of async_stream_relay",
                                                         .file = __FILE_NAME__,
                                                         .line = __LINE__,
                                                         .step = one_way_step,
                                                         ASYNCC_UNIT_SIZE(struct one_way_unit),
                                                         .frame = offsetof(struct one_way_unit, frame),
                                                         .result = offsetof(struct one_way_unit, error) };

static void one_way(struct asyncc_stream_relay *self, int i, struct async_stream *from, struct async_stream *to)
{
    struct one_way_unit *u = asyncc_unit_new(&one_way_function);
    if (u) {
        u->frame.state = 0;
        u->frame.from = from;
        u->frame.to = to;
    }
    asyncc_gather_call(&self->gather, &self->children[i]);
}

asyncc_status asyncc_stream_relay_start(struct asyncc_stream_relay *self, struct async_stream *a, struct async_stream *b,
                                        int *value)
{
    (void)value;
    asyncc_gather_init(&self->gather);
    one_way(self, 0, a, b);
    one_way(self, 1, b, a);
    return asyncc_gather_start(&self->gather);
}

asyncc_status asyncc_stream_relay_resume(struct asyncc_stream_relay *self, int *value)
{
    asyncc_status status = asyncc_gather_resume(&self->gather);
    if (status != ASYNCC_DONE)
        return status;
    int errors[2];
    for (int i = 0; i < 2; i++)
        asyncc_gather_take(self->children[i], &errors[i], sizeof errors[i]);
    *value = errors[0] && errors[0] != UV_ECANCELED ? errors[0] : errors[1];
    return ASYNCC_DONE;
}

/* clang-format off */
ASYNCC_NATURAL(stream_read_all, ssize_t, (struct async_stream *stream, char **data, size_t limit),
               ({ struct async_stream *stream; char **data; size_t limit; }), (stream, data, limit),
               (a->stream, a->data, a->limit));
ASYNCC_NATURAL(stream_copy, int64_t, (struct async_stream *from, struct async_stream *to),
               ({ struct async_stream *from, *to; }), (from, to), (a->from, a->to));
ASYNCC_NATURAL(stream_relay, int, (struct async_stream *a, struct async_stream *b),
               ({ struct async_stream *a, *b; }), (a, b), (a->a, a->b));
/* clang-format on */
