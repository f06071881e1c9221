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

static void end(struct asyncc_stream_reader *reader, ssize_t value)
{
    reader->value = value;
    reader->ended = 1;
}

/* More of what it wants is in the buffer. */
static void add(struct asyncc_stream_input *input, size_t size)
{
    input->got += size;
    if (input->reader.kind == SOME || input->got == input->size)
        end(&input->reader, (ssize_t)input->got);
}

static size_t fill(struct asyncc_stream_input *input, const char *data, size_t size)
{
    size_t room = input->size - input->got, n = size < room ? size : room;
    memcpy(input->buffer + input->got, data, n);
    add(input, n);
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
    end(&input->reader, (ssize_t)length);
}

/* Looks for the separator in all the input that there is. The value is how much was taken. */
static size_t search(struct asyncc_stream_input *input, const char *data, size_t size)
{
    size_t limit = size < input->size ? size : input->size;
    const char *found = limit > input->got ? memchr(data + input->got, input->reader.separator, limit - input->got) : NULL;
    if (!found) {
        input->got = limit;
        if (size >= input->size)
            end(&input->reader, UV_ENOBUFS);
        return 0;
    }
    size_t n = (size_t)(found - data) + 1;
    if (input->reader.kind == LINE) {
        end_line(input, data, n);
    } else {
        memcpy(input->buffer, data, n);
        end(&input->reader, (ssize_t)n);
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
        end(&self->reader, 0);
    return taken;
}

/* Offers input, of which there is some; the value is how much the reader took. */
static size_t offer(struct asyncc_stream_reader *reader, const char *data, size_t size)
{
    if (reader->kind == READY)
        return forward((struct asyncc_stream_ready *)reader, data, size);
    if (reader->kind >= UNTIL)
        return search((struct asyncc_stream_input *)reader, data, size);
    return fill((struct asyncc_stream_input *)reader, data, size);
}

/* No more input will come to one that looks for a separator. */
static void end_search(struct asyncc_stream_input *input)
{
    struct async_stream *stream = input->reader.stream;
    size_t left = asyncc_stream_kept(stream);
    if (input->reader.kind == LINE && !left) {
        end(&input->reader, UV_EOF);
        return;
    }
    if (input->reader.kind == LINE) {
        end_line(input, asyncc_stream_kept_bytes(stream), left);
    } else {
        if (left)
            memcpy(input->buffer, asyncc_stream_kept_bytes(stream), left);
        end(&input->reader, (ssize_t)left);
    }
    asyncc_stream_take_kept(stream, left);
}

/* No more input will come. */
static void offer_end(struct asyncc_stream_reader *reader)
{
    if (reader->stream->error != UV_EOF)
        end(reader, reader->stream->error);
    else if (reader->kind == READY)
        end(reader, 0);
    else if (reader->kind >= UNTIL)
        end_search((struct asyncc_stream_input *)reader);
    else
        end(reader, (ssize_t)((struct asyncc_stream_input *)reader)->got);
}

static void offer_kept(struct asyncc_stream_reader *reader)
{
    struct async_stream *stream = reader->stream;
    if (asyncc_stream_kept(stream))
        asyncc_stream_take_kept(stream, offer(reader, asyncc_stream_kept_bytes(stream), asyncc_stream_kept(stream)));
    if (!reader->ended && stream->error)
        offer_end(reader);
}

/* ---- libuv ---- */

static struct async_stream *stream_of(void *handle)
{
    return (void *)((char *)handle - offsetof(struct async_stream, handle));
}

static struct asyncc_stream_reader *waiting_reader(const struct async_stream *stream)
{
    return stream->reader && !stream->reader->ended ? stream->reader : NULL;
}

/* What is free of the reader's buffer, if that is good for input. */
static int find_room(struct asyncc_stream_reader *reader, uv_buf_t *room)
{
    struct asyncc_stream_input *input = (struct asyncc_stream_input *)reader;
    if ((reader->kind != SOME && reader->kind != EXACTLY) || input->size - input->got < DIRECT)
        return 0;
    *room = (uv_buf_t){ input->buffer + input->got, input->size - input->got };
    return 1;
}

static void on_alloc(uv_handle_t *handle, size_t suggested, uv_buf_t *buffer)
{
    struct async_stream *stream = stream_of(handle);
    struct asyncc_stream_reader *reader = waiting_reader(stream);
    (void)suggested;
    if (!reader && asyncc_stream_kept(stream))
        *buffer = (uv_buf_t){ NULL, 0 };
    else if (!reader || !find_room(reader, buffer))
        *buffer = (uv_buf_t){ asyncc_handles_of(&stream->base)->scratch, ASYNCC_SCRATCH };
}

static void stop(struct async_stream *stream)
{
    uv_read_stop(&stream->stream);
    stream->reading = 0;
}

/* Input in the scratch memory. */
static void accept_input(struct async_stream *stream, struct asyncc_stream_reader *reader, const char *data, size_t size)
{
    size_t taken = 0;
    if (reader && !asyncc_stream_kept(stream))
        taken = offer(reader, data, size);
    keep(stream, data + taken, size - taken);
    if (reader && !reader->ended)
        offer_kept(reader);
}

static void on_read(uv_stream_t *handle, ssize_t n, const uv_buf_t *buffer)
{
    struct async_stream *stream = stream_of(handle);
    struct asyncc_stream_reader *reader = waiting_reader(stream);
    if (n == 0)
        return;
    if (n < 0)
        stop(stream);
    if (n < 0 && n != UV_ENOBUFS) {
        stream->error = (int)n;
        if (reader)
            offer_end(reader);
    } else if (n > 0 && buffer->base == asyncc_handles_of(&stream->base)->scratch) {
        accept_input(stream, reader, buffer->base, (size_t)n);
    } else if (n > 0 && reader) {
        add((struct asyncc_stream_input *)reader, (size_t)n);
    }
    if (stream->error && stream->reading)
        stop(stream); /* input could not be kept: none behind it must be */
    if (reader && reader->ended)
        asyncc_operation_wake(&reader->operation);
}

/* ---- what the leaves do ---- */

/* The reader is cancelled while it waits: what it has got so far goes back. */
static void cancel(struct asyncc_operation *operation)
{
    struct asyncc_stream_reader *reader = (struct asyncc_stream_reader *)operation;
    struct asyncc_stream_input *input = (struct asyncc_stream_input *)operation;
    if (reader->kind == READY) { /* it stays the reader, and so knows whether the stream is closed meanwhile */
        end(reader, 0);
        asyncc_operation_wake(operation);
        return;
    }
    if (reader->stream && reader->kind < UNTIL)
        asyncc_stream_give_back(reader->stream, input->buffer, input->got);
    if (reader->stream)
        reader->stream->reader = NULL;
    reader->stream = NULL;
    asyncc_operation_wake(operation);
}

void asyncc_stream_end_reader(struct async_stream *stream)
{
    struct asyncc_stream_reader *reader = stream->reader;
    if (!reader)
        return;
    stream->reader = NULL;
    reader->stream = NULL;
    if (reader->ended) {
        if (reader->kind == READY)
            reader->value = UV_ECANCELED; /* what is kept is going */
        return;
    }
    end(reader, UV_ECANCELED);
    asyncc_operation_wake(&reader->operation);
}

static asyncc_status wait_for_input(struct asyncc_stream_reader *reader, ssize_t *value)
{
    struct async_stream *stream = reader->stream;
    if (asyncc_operation_refused()) {
        reader->stream = NULL;
        return asyncc_operation_refuse(&reader->operation);
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
    stream->reader = reader;
    return asyncc_operation_begin(&reader->operation, cancel);
}

static void init(struct asyncc_stream_reader *reader, struct async_stream *stream, int kind, int separator)
{
    reader->stream = stream;
    reader->value = 0;
    reader->kind = (short)kind;
    reader->ended = 0;
    reader->separator = (unsigned char)separator;
}

static asyncc_status start(struct asyncc_stream_reader *reader, ssize_t *value)
{
    if (reader->stream->reader) {
        *value = UV_EBUSY;
        return ASYNCC_DONE;
    }
    if (!reader->ended)
        offer_kept(reader);
    if (!reader->ended)
        return wait_for_input(reader, value);
    *value = reader->value;
    return ASYNCC_DONE;
}

static asyncc_status start_input(struct asyncc_stream_input *input, struct async_stream *stream, int kind, void *buffer,
                                 size_t size, int separator, ssize_t *value)
{
    init(&input->reader, stream, kind, separator);
    input->buffer = buffer;
    input->size = size;
    input->got = 0;
    if (size == 0)
        end(&input->reader, kind < UNTIL ? 0 : UV_ENOBUFS);
    return start(&input->reader, value);
}

/* Gives back what the reader got. */
static void undo(struct asyncc_stream_input *input)
{
    struct asyncc_stream_reader *reader = &input->reader;
    if (reader->kind == LINE && reader->value >= 0)
        asyncc_stream_give_back(reader->stream, input->got == 2 ? "\r\n" : "\n", input->got);
    if (reader->value > 0)
        asyncc_stream_give_back(reader->stream, input->buffer, (size_t)reader->value);
}

static asyncc_status resume(struct asyncc_stream_reader *reader, ssize_t *value)
{
    int cancelled = asyncc_operation_cancelled(&reader->operation);
    if (reader->stream) {
        reader->stream->reader = NULL;
        if (cancelled && reader->kind != READY)
            undo((struct asyncc_stream_input *)reader);
    }
    *value = reader->value;
    return cancelled ? ASYNCC_CANCELLED : ASYNCC_DONE;
}

asyncc_status asyncc_stream_read_start(struct asyncc_stream_read *self, struct async_stream *stream, void *buffer,
                                       size_t size, ssize_t *value)
{
    return start_input(&self->input, stream, SOME, buffer, size, 0, value);
}

asyncc_status asyncc_stream_read_exactly_start(struct asyncc_stream_read_exactly *self, struct async_stream *stream,
                                               void *buffer, size_t size, ssize_t *value)
{
    return start_input(&self->input, stream, EXACTLY, buffer, size, 0, value);
}

asyncc_status asyncc_stream_read_until_start(struct asyncc_stream_read_until *self, struct async_stream *stream,
                                             int separator, char *buffer, size_t size, ssize_t *value)
{
    return start_input(&self->input, stream, UNTIL, buffer, size, separator, value);
}

asyncc_status asyncc_stream_read_line_start(struct asyncc_stream_read_line *self, struct async_stream *stream, char *line,
                                            size_t size, ssize_t *value)
{
    return start_input(&self->input, stream, LINE, line, size, '\n', value);
}

asyncc_status asyncc_stream_ready_start(struct asyncc_stream_ready *self, struct async_stream *stream,
                                        struct async_stream *forward, ssize_t *value)
{
    self->forward = forward;
    init(&self->reader, stream, READY, 0);
    return start(&self->reader, value);
}

#define RESUME(x, member)                                                                        \
    asyncc_status asyncc_stream_##x##_resume(struct asyncc_stream_##x *self, ssize_t *value)     \
    {                                                                                            \
        return resume(&self->member, value);                                                     \
    }                                                                                            \
    struct asyncc_stream_##x
RESUME(ready, reader);
RESUME(read, input.reader);
RESUME(read_exactly, input.reader);
RESUME(read_until, input.reader);
RESUME(read_line, input.reader);

/* clang-format off */
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
/* clang-format on */
