/*
 * asyncc/abi/stream.h - the leaves of asyncc/stream.h, for translated code.
 */
#ifndef ASYNCC_ABI_STREAM_H
#define ASYNCC_ABI_STREAM_H

#include <sys/types.h>
#include <sys/uio.h>

#include <asyncc/abi/waiter.h>

#ifdef __cplusplus
extern "C" {
#endif

struct async_stream;
struct async_listener;

/* ---- reading ---- */

/* What all that read are. */
struct asyncc_stream_reader {
    struct asyncc_operation operation;
    struct async_stream *stream; /* NULL when it was closed meanwhile, or nothing was begun */
    ssize_t value;
    short kind;
    short ended; /* the value is there */
    int separator;
};

/* Who reads into a buffer. */
struct asyncc_stream_input {
    struct asyncc_stream_reader reader;
    char *buffer;
    size_t size;
    size_t got; /* bytes in the buffer so far; of a search: bytes looked at */
};

/* Not for translated code but for the leaves below: waits until something is kept. */
struct asyncc_stream_ready {
    struct asyncc_stream_reader reader;
    struct async_stream *forward; /* what that takes at once is not kept; NULL: nothing is forwarded */
    int64_t forwarded;            /* so far; whoever begins sets it to 0 */
};
asyncc_status asyncc_stream_ready_start(struct asyncc_stream_ready *self, struct async_stream *stream,
                                        struct async_stream *forward, ssize_t *value);
asyncc_status asyncc_stream_ready_resume(struct asyncc_stream_ready *self, ssize_t *value);

struct asyncc_stream_read {
    struct asyncc_stream_input input;
};
asyncc_status asyncc_stream_read_start(struct asyncc_stream_read *self, struct async_stream *stream, void *buffer,
                                       size_t size, ssize_t *value);
asyncc_status asyncc_stream_read_resume(struct asyncc_stream_read *self, ssize_t *value);

struct asyncc_stream_read_exactly {
    struct asyncc_stream_input input;
};
asyncc_status asyncc_stream_read_exactly_start(struct asyncc_stream_read_exactly *self, struct async_stream *stream,
                                               void *buffer, size_t size, ssize_t *value);
asyncc_status asyncc_stream_read_exactly_resume(struct asyncc_stream_read_exactly *self, ssize_t *value);

struct asyncc_stream_read_until {
    struct asyncc_stream_input input;
};
asyncc_status asyncc_stream_read_until_start(struct asyncc_stream_read_until *self, struct async_stream *stream,
                                             int separator, char *buffer, size_t size, ssize_t *value);
asyncc_status asyncc_stream_read_until_resume(struct asyncc_stream_read_until *self, ssize_t *value);

struct asyncc_stream_read_line {
    struct asyncc_stream_input input;
};
asyncc_status asyncc_stream_read_line_start(struct asyncc_stream_read_line *self, struct async_stream *stream, char *line,
                                            size_t size, ssize_t *value);
asyncc_status asyncc_stream_read_line_resume(struct asyncc_stream_read_line *self, ssize_t *value);

struct asyncc_stream_read_all {
    struct asyncc_stream_ready ready;
    struct async_stream *stream;
    char *memory; /* what came so far */
    size_t used, capacity, limit;
    char **data; /* the caller's */
};
asyncc_status asyncc_stream_read_all_start(struct asyncc_stream_read_all *self, struct async_stream *stream, char **data,
                                           size_t limit, ssize_t *value);
asyncc_status asyncc_stream_read_all_resume(struct asyncc_stream_read_all *self, ssize_t *value);

/* ---- writing ---- */

/* What all that write are. */
struct asyncc_stream_output {
    struct asyncc_operation operation;
    struct async_stream *stream; /* while it is one of the stream's writers */
    struct asyncc_stream_output *next, *previous;
    struct asyncc_write_request *request; /* libuv has it */
    struct async_stream *sent;            /* goes along with the first byte */
    const struct iovec *vector;           /* what is left, without the first `done` bytes */
    size_t count, done;
    struct iovec buffer; /* when there is one only */
    int value;
    int kind;
};

struct asyncc_stream_write {
    struct asyncc_stream_output output;
};
asyncc_status asyncc_stream_write_start(struct asyncc_stream_write *self, struct async_stream *stream, const void *data,
                                        size_t size, int *value);
asyncc_status asyncc_stream_write_resume(struct asyncc_stream_write *self, int *value);

struct asyncc_stream_writev {
    struct asyncc_stream_output output;
};
asyncc_status asyncc_stream_writev_start(struct asyncc_stream_writev *self, struct async_stream *stream,
                                         const struct iovec *vector, size_t count, int *value);
asyncc_status asyncc_stream_writev_resume(struct asyncc_stream_writev *self, int *value);

struct asyncc_stream_send {
    struct asyncc_stream_output output;
};
asyncc_status asyncc_stream_send_start(struct asyncc_stream_send *self, struct async_stream *stream, const void *data,
                                       size_t size, struct async_stream *sent, int *value);
asyncc_status asyncc_stream_send_resume(struct asyncc_stream_send *self, int *value);

struct asyncc_stream_shutdown {
    struct asyncc_stream_output output;
};
asyncc_status asyncc_stream_shutdown_start(struct asyncc_stream_shutdown *self, struct async_stream *stream, int *value);
asyncc_status asyncc_stream_shutdown_resume(struct asyncc_stream_shutdown *self, int *value);

/* ---- copying ---- */

struct asyncc_stream_copy {
    struct asyncc_stream_ready ready; /* knows both streams, and how much was copied */
    struct asyncc_copy_chunk *chunk;  /* being written; NULL while it waits for input */
};
asyncc_status asyncc_stream_copy_start(struct asyncc_stream_copy *self, struct async_stream *from, struct async_stream *to,
                                       int64_t *value);
asyncc_status asyncc_stream_copy_resume(struct asyncc_stream_copy *self, int64_t *value);

struct asyncc_stream_relay {
    struct asyncc_gather gather;
    struct asyncc_unit *children[2];
};
asyncc_status asyncc_stream_relay_start(struct asyncc_stream_relay *self, struct async_stream *a, struct async_stream *b,
                                        int *value);
asyncc_status asyncc_stream_relay_resume(struct asyncc_stream_relay *self, int *value);

/* ---- listeners ---- */

struct asyncc_accept {
    struct asyncc_io_waiter waiter;
    struct async_listener *listener;
    struct async_stream **stream; /* the caller's */
};
asyncc_status asyncc_accept_start(struct asyncc_accept *self, struct async_listener *listener, struct async_stream **stream,
                                  int *value);
asyncc_status asyncc_accept_resume(struct asyncc_accept *self, int *value);

#ifdef __cplusplus
}
#endif
#endif
