/*
 * stream_read.c - reading from streams.
 *
 * Input takes one of two ways. Where the reader's own buffer is good for it, libuv reads into that. Otherwise it
 * reads into the loop's scratch memory, the reader takes from there what it wants, and the rest is kept with the
 * stream. So a buffer is never just filled, which would cost another call of the system to see that nothing more is
 * there; and a connection that is idle has no buffer.
 *
 * A reader whose value is there stays the stream's reader until it has gone on: if it is cancelled just then, it
 * gives back what it got.
 */
#include "leaf.h"
#include "stream.h"

#include "../core/operation.h"
#include "../core/pool.h"

#include <asyncc/stream.h>

enum {
    READY, /* waits until something is kept, and takes nothing */
    SOME,
    EXACTLY,
    UNTIL, /* from here on a separator is looked for */
    LINE
};

/* A buffer as large as that is good for input. For less, a copy costs less than another call of the system. */
enum { DIRECT = 8 * 1024 };

/* ---- what is kept ---- */

void asyncc_stream_drop_kept(struct async_stream *stream)
{
    asyncc_block_free(stream->kept);
    stream->kept = NULL;
}

/* Makes room before what is kept, or behind it: 0, or UV_ENOMEM, which is then the stream's. */
static int make_room(struct async_stream *stream, size_t before, size_t behind)
{
    struct asyncc_kept *old = stream->kept;
    size_t count = asyncc_stream_kept(stream), wanted = before + count + behind;
    if (old && old->begin >= before && old->capacity - old->end >= behind)
        return 0;
    size_t capacity = old && wanted <= old->capacity ? old->capacity : wanted + wanted / 2;
    struct asyncc_kept *kept = asyncc_block_new(sizeof *kept + capacity);
    if (!kept) {
        stream->error = UV_ENOMEM;
        return UV_ENOMEM;
    }
    kept->begin = before;
    kept->end = before + count;
    kept->capacity = capacity;
    if (count)
        memcpy(kept->bytes + before, asyncc_stream_kept_bytes(stream), count);
    asyncc_block_free(old);
    stream->kept = kept;
    return 0;
}

static void keep(struct async_stream *stream, const char *data, size_t size)
{
    if (size == 0 || make_room(stream, 0, size) != 0)
        return;
    memcpy(stream->kept->bytes + stream->kept->end, data, size);
    stream->kept->end += size;
}

/* Puts bytes before what is kept: they were read, and nobody got them. */
void asyncc_stream_give_back(struct async_stream *stream, const char *data, size_t size)
{
    if (size == 0 || make_room(stream, size, 0) != 0)
        return;
    stream->kept->begin -= size;
    memcpy(stream->kept->bytes + stream->kept->begin, data, size);
}

void asyncc_stream_take_kept(struct async_stream *stream, size_t size)
{
    if (!stream->kept)
        return;
    stream->kept->begin += size;
    if (stream->kept->begin == stream->kept->end)
        asyncc_stream_drop_kept(stream);
}

/* ---- readers ---- */

static void end(struct asyncc_stream_input *input, ssize_t value)
{
    input->value = value;
    input->ended = 1;
}

static size_t copy(struct asyncc_stream_input *input, const char *data, size_t size)
{
    size_t room = input->size - input->got, n = size < room ? size : room;
    memcpy(input->buffer + input->got, data, n);
    input->got += n;
    return n;
}

/* A line is there, of `size` bytes; its end, if it has one, does not go into the buffer but into `got`. */
static void end_line(struct asyncc_stream_input *input, const char *data, size_t size)
{
    size_t length = size;
    if (length && data[length - 1] == '\n')
        length--;
    if (length < size && length && data[length - 1] == '\r')
        length--;
    input->got = size - length;
    memcpy(input->buffer, data, length);
    input->buffer[length] = 0;
    end(input, (ssize_t)length);
}

/* Looks for the separator in all the input that there is. The value is how much was taken. */
static size_t search(struct asyncc_stream_input *input, const char *data, size_t size)
{
    size_t limit = size < input->size ? size : input->size;
    const char *found = limit > input->got ? memchr(data + input->got, input->separator, limit - input->got) : NULL;
    if (!found) {
        input->got = limit;
        if (size >= input->size)
            end(input, UV_ENOBUFS);
        return 0;
    }
    size_t n = (size_t)(found - data) + 1;
    if (input->kind == LINE) {
        end_line(input, data, n);
    } else {
        memcpy(input->buffer, data, n);
        end(input, (ssize_t)n);
    }
    return n;
}

/* What is to go to another stream goes there here and now, without its task, as long as that takes all of it. */
static size_t forward(struct asyncc_stream_ready *self, const char *data, size_t size)
{
    int n = self->forward ? async_stream_try_write(self->forward, data, size) : 0;
    size_t taken = n > 0 ? (size_t)n : 0;
    self->forwarded += (int64_t)taken;
    if (taken < size)
        end(&self->input, 0);
    return taken;
}

/* Offers input to the reader; the value is how much it took. */
static size_t offer(struct asyncc_stream_input *input, const char *data, size_t size)
{
    if (input->kind >= UNTIL)
        return search(input, data, size);
    if (input->kind == READY)
        return forward((struct asyncc_stream_ready *)input, data, size);
    size_t n = copy(input, data, size);
    if (input->got == input->size || (input->kind == SOME && input->got))
        end(input, (ssize_t)input->got);
    return n;
}

/* No more input will come. */
static void offer_end(struct asyncc_stream_input *input)
{
    struct async_stream *stream = input->stream;
    size_t left = asyncc_stream_kept(stream);
    if (stream->error != UV_EOF) {
        end(input, stream->error);
    } else if (input->kind < UNTIL) {
        end(input, (ssize_t)input->got);
    } else if (input->kind == LINE && left) {
        end_line(input, asyncc_stream_kept_bytes(stream), left);
        asyncc_stream_take_kept(stream, left);
    } else if (input->kind == LINE) {
        end(input, UV_EOF);
    } else {
        if (left)
            memcpy(input->buffer, asyncc_stream_kept_bytes(stream), left);
        end(input, (ssize_t)left);
        asyncc_stream_take_kept(stream, left);
    }
}

static void offer_kept(struct asyncc_stream_input *input)
{
    struct async_stream *stream = input->stream;
    if (asyncc_stream_kept(stream))
        asyncc_stream_take_kept(stream, offer(input, asyncc_stream_kept_bytes(stream), asyncc_stream_kept(stream)));
    if (!input->ended && stream->error)
        offer_end(input);
}

/* ---- libuv ---- */

static struct async_stream *stream_of(void *handle)
{
    return (void *)((char *)handle - offsetof(struct async_stream, handle));
}

static struct asyncc_stream_input *waiting_reader(const struct async_stream *stream)
{
    return stream->reader && !stream->reader->ended ? stream->reader : NULL;
}

static void on_alloc(uv_handle_t *handle, size_t suggested, uv_buf_t *buffer)
{
    struct async_stream *stream = stream_of(handle);
    struct asyncc_stream_input *input = waiting_reader(stream);
    (void)suggested;
    *buffer = (uv_buf_t){ asyncc_handles_of(&stream->base)->scratch, ASYNCC_SCRATCH };
    if (!input && asyncc_stream_kept(stream))
        *buffer = (uv_buf_t){ NULL, 0 };
    else if (input && input->kind < UNTIL && input->size - input->got >= DIRECT)
        *buffer = (uv_buf_t){ input->buffer + input->got, input->size - input->got };
}

static void stop(struct async_stream *stream)
{
    uv_read_stop(&stream->stream);
    stream->reading = 0;
}

/* Input in the scratch memory. */
static void accept_input(struct async_stream *stream, struct asyncc_stream_input *input, const char *data, size_t size)
{
    size_t taken = 0;
    if (input && !asyncc_stream_kept(stream))
        taken = offer(input, data, size);
    keep(stream, data + taken, size - taken);
    if (input && !input->ended)
        offer_kept(input);
}

static void on_read(uv_stream_t *handle, ssize_t n, const uv_buf_t *buffer)
{
    struct async_stream *stream = stream_of(handle);
    struct asyncc_stream_input *input = waiting_reader(stream);
    if (n == 0)
        return;
    if (n < 0)
        stop(stream);
    if (n < 0 && n != UV_ENOBUFS) {
        stream->error = (int)n;
        if (input)
            offer_end(input);
    } else if (n > 0 && buffer->base == asyncc_handles_of(&stream->base)->scratch) {
        accept_input(stream, input, buffer->base, (size_t)n);
    } else if (n > 0 && input) {
        input->got += (size_t)n;
        if (input->kind == SOME || input->got == input->size)
            end(input, (ssize_t)input->got);
    }
    if (stream->error && stream->reading)
        stop(stream); /* input could not be kept: none behind it must be */
    if (input && input->ended)
        asyncc_operation_wake(&input->operation);
}

/* ---- what the leaves do ---- */

/* The reader is cancelled while it waits: what it has got so far goes back. */
static void cancel(struct asyncc_operation *operation)
{
    struct asyncc_stream_input *input = (struct asyncc_stream_input *)operation;
    if (input->kind == READY) { /* it stays the reader, and so knows whether the stream is closed meanwhile */
        end(input, 0);
        asyncc_operation_wake(operation);
        return;
    }
    if (input->stream && input->kind < UNTIL)
        asyncc_stream_give_back(input->stream, input->buffer, input->got);
    if (input->stream)
        input->stream->reader = NULL;
    input->stream = NULL;
    asyncc_operation_wake(operation);
}

void asyncc_stream_end_reader(struct async_stream *stream)
{
    struct asyncc_stream_input *input = stream->reader;
    if (!input)
        return;
    stream->reader = NULL;
    input->stream = NULL;
    if (input->ended) {
        if (input->kind == READY)
            input->value = UV_ECANCELED; /* what is kept is going */
        return;
    }
    end(input, UV_ECANCELED);
    asyncc_operation_wake(&input->operation);
}

static asyncc_status wait_for_input(struct asyncc_stream_input *input, ssize_t *value)
{
    struct async_stream *stream = input->stream;
    if (asyncc_operation_refused()) {
        input->stream = NULL;
        return asyncc_operation_refuse(&input->operation);
    }
    if (!stream->reading) {
        int error = asyncc_handle_scratch(&stream->base) ? 0 : UV_ENOMEM;
        if (error == 0)
            error = uv_read_start(&stream->stream, on_alloc, on_read);
        if (error) {
            *value = error;
            return ASYNCC_DONE;
        }
        stream->reading = 1;
    }
    stream->reader = input;
    return asyncc_operation_begin(&input->operation, cancel);
}

static asyncc_status start(struct asyncc_stream_input *input, struct async_stream *stream, int kind, void *buffer,
                           size_t size, int separator, ssize_t *value)
{
    *input = (struct asyncc_stream_input){
        .stream = stream, .buffer = buffer, .size = size, .kind = (short)kind, .separator = (unsigned char)separator
    };
    if (stream->reader) {
        *value = UV_EBUSY;
        return ASYNCC_DONE;
    }
    if (size == 0 && kind != READY)
        end(input, kind < UNTIL ? 0 : UV_ENOBUFS);
    else
        offer_kept(input);
    if (!input->ended)
        return wait_for_input(input, value);
    *value = input->value;
    return ASYNCC_DONE;
}

/* Gives back what the reader got. */
static void undo(struct asyncc_stream_input *input)
{
    if (input->kind == LINE && input->value >= 0)
        asyncc_stream_give_back(input->stream, input->got == 2 ? "\r\n" : "\n", input->got);
    if (input->value > 0)
        asyncc_stream_give_back(input->stream, input->buffer, (size_t)input->value);
}

static asyncc_status resume(struct asyncc_stream_input *input, ssize_t *value)
{
    int cancelled = asyncc_operation_cancelled(&input->operation);
    if (input->stream) {
        input->stream->reader = NULL;
        if (cancelled)
            undo(input);
    }
    *value = input->value;
    return cancelled ? ASYNCC_CANCELLED : ASYNCC_DONE;
}

asyncc_status asyncc_stream_read_start(struct asyncc_stream_read *self, struct async_stream *stream, void *buffer,
                                       size_t size, ssize_t *value)
{
    return start(&self->input, stream, SOME, buffer, size, 0, value);
}

asyncc_status asyncc_stream_read_exactly_start(struct asyncc_stream_read_exactly *self,
                                               struct async_stream *stream, void *buffer, size_t size,
                                               ssize_t *value)
{
    return start(&self->input, stream, EXACTLY, buffer, size, 0, value);
}

asyncc_status asyncc_stream_read_until_start(struct asyncc_stream_read_until *self, struct async_stream *stream,
                                             int separator, char *buffer, size_t size, ssize_t *value)
{
    return start(&self->input, stream, UNTIL, buffer, size, separator, value);
}

asyncc_status asyncc_stream_read_line_start(struct asyncc_stream_read_line *self, struct async_stream *stream,
                                            char *line, size_t size, ssize_t *value)
{
    return start(&self->input, stream, LINE, line, size, '\n', value);
}

asyncc_status asyncc_stream_ready_start(struct asyncc_stream_ready *self, struct async_stream *stream,
                                        struct async_stream *forward, ssize_t *value)
{
    self->forward = forward;
    return start(&self->input, stream, READY, NULL, 0, 0, value);
}

#define RESUME(x)                                                                                \
    asyncc_status asyncc_stream_##x##_resume(struct asyncc_stream_##x *self, ssize_t *value)     \
    {                                                                                            \
        return resume(&self->input, value);                                                      \
    }                                                                                            \
    struct asyncc_stream_##x
RESUME(ready);
RESUME(read);
RESUME(read_exactly);
RESUME(read_until);
RESUME(read_line);

ASYNCC_NATURAL(stream_read, ssize_t, (struct async_stream *stream, void *buffer, size_t size),
               ({ struct async_stream *stream; void *buffer; size_t size; }), (stream, buffer, size),
               (a->stream, a->buffer, a->size));
ASYNCC_NATURAL(stream_read_exactly, ssize_t, (struct async_stream *stream, void *buffer, size_t size),
               ({ struct async_stream *stream; void *buffer; size_t size; }), (stream, buffer, size),
               (a->stream, a->buffer, a->size));
ASYNCC_NATURAL(stream_read_until, ssize_t, (struct async_stream *stream, int separator, char *buffer, size_t size),
               ({ struct async_stream *stream; int separator; char *buffer; size_t size; }),
               (stream, separator, buffer, size), (a->stream, a->separator, a->buffer, a->size));
ASYNCC_NATURAL(stream_read_line, ssize_t, (struct async_stream *stream, char *line, size_t size),
               ({ struct async_stream *stream; char *line; size_t size; }), (stream, line, size),
               (a->stream, a->line, a->size));
