/*
 * stream.h - the inside of a stream.
 *
 * Reading is started with the first read and stays so: a server that answers what it reads starts it once. It
 * stops when input comes that nobody waits for while some is kept already, and at the end.
 */
#ifndef ASYNCC_IO_STREAM_H
#define ASYNCC_IO_STREAM_H

#include "handle.h"

#include <asyncc/abi/stream.h>

/* Input that nobody has taken: the bytes from `begin` to `end`. */
struct asyncc_kept {
    size_t begin, end, capacity;
    char bytes[];
};

struct async_stream {
    struct asyncc_handle base;
    struct asyncc_stream_reader *reader; /* who reads, until it has gone on */
    struct asyncc_stream_output *writer; /* who writes, and behind it who waits to; its `previous` is the last */
    struct asyncc_kept *kept;            /* NULL when there is none */
    int error;                           /* the end of the input, UV_EOF, or what went wrong; 0 */
    unsigned char reading;               /* uv_read_start */
    unsigned char ipc;                   /* a pipe that carries streams */
    union {                              /* last, since streams of a kind have only their kind's */
        uv_handle_t handle;
        uv_stream_t stream;
        uv_tcp_t tcp;
        uv_pipe_t pipe;
        uv_tty_t tty;
    };
};

/* A new stream of the thread's loop, a TCP one or a pipe, not connected. NULL and an error. */
struct async_stream *asyncc_stream_new_tcp(int *error);
struct async_stream *asyncc_stream_new_pipe(int ipc, int *error);

/* A terminal's. */
struct async_stream *asyncc_stream_new_tty(int file, int *error);

/* One of the kind that the other one has. */
struct async_stream *asyncc_stream_new_like(const struct async_stream *other, int *error);

/* The stream was made by a function that then failed, or not: 0 and the result, or the error, and it is closed. */
int asyncc_stream_made(struct async_stream *stream, int error, struct async_stream **result);

/* Ends what reads from the stream, or writes to it, which is being closed. */
void asyncc_stream_end_reader(struct async_stream *stream);
void asyncc_stream_end_writers(struct async_stream *stream);

/* Of what was to be written, how much neither the system nor libuv has got. */
size_t asyncc_stream_output_left(const struct asyncc_stream_output *output);

/* What is kept: how much; where, if there is any; taking some of it, from the front; putting something in front of it. */
static inline size_t asyncc_stream_kept(const struct async_stream *stream)
{
    return stream->kept ? stream->kept->end - stream->kept->begin : 0;
}
static inline const char *asyncc_stream_kept_bytes(const struct async_stream *stream)
{
    return stream->kept->bytes + stream->kept->begin;
}
void asyncc_stream_take_kept(struct async_stream *stream, size_t size);
void asyncc_stream_give_back(struct async_stream *stream, const char *data, size_t size);
void asyncc_stream_drop_kept(struct async_stream *stream);

#endif
