/*
 * stream.h - the inside of a stream.
 *
 * Reading is started with the first read and stays so: a server that answers what it reads starts it once. It
 * stops when input comes that nobody waits for while some is kept already, and at the end.
 */
#ifndef ASYNCC_IO_STREAM_H
#define ASYNCC_IO_STREAM_H

#include "../core/unit.h"
#include "../loop/loop.h"

#include <asyncc/abi/stream.h>

/* What the streams of one loop share. */
struct asyncc_streams {
    struct asyncc_part part;
    struct async_stream *first; /* all that are open */
    char scratch[64 * 1024];    /* where input goes whose size is not known */
};

struct async_stream {
    struct asyncc_unit unit; /* so that it comes from the pool, which forgets its function when it is released */
    union {
        uv_handle_t handle;
        uv_stream_t stream;
        uv_tcp_t tcp;
    };
    struct asyncc_streams *streams;
    struct async_stream *next, *previous;
    struct asyncc_stream_input *reader; /* who reads, until it has gone on */
    char *kept;                         /* input that nobody has taken: from `begin` to `end` */
    size_t begin, end, capacity;
    int error;                          /* the end of the input, UV_EOF, or what went wrong; 0 */
    unsigned char reading;              /* uv_read_start */
    void *owner;                        /* of a listener's stream: the listener, and how it is closed */
    void (*close_owner)(void *owner);
};

/* A new TCP stream of the thread's loop, not connected. NULL and an error. */
struct async_stream *asyncc_stream_new(int *error);

/* Ends what reads from the stream, which is being closed. */
void asyncc_stream_end_reader(struct async_stream *stream);

/* Releases what was kept. */
void asyncc_stream_drop_kept(struct async_stream *stream);

#endif
