/*
 * asyncc/abi/stream.h - the leaves of asyncc/stream.h, for translated code.
 */
#ifndef ASYNCC_ABI_STREAM_H
#define ASYNCC_ABI_STREAM_H

#include <sys/types.h>

#include <asyncc/abi.h>

#ifdef __cplusplus
extern "C" {
#endif

struct async_stream;

/* What all that read are. */
struct asyncc_stream_input {
    struct asyncc_operation operation;
    struct async_stream *stream; /* NULL when it was closed meanwhile, or nothing was begun */
    char *buffer;
    size_t size;
    size_t got;     /* bytes in the buffer so far; of a search: bytes looked at */
    ssize_t value;
    short kind;
    short ended;    /* the value is there */
    int separator;
};

struct asyncc_stream_read {
    struct asyncc_stream_input input;
};
asyncc_status asyncc_stream_read_start(struct asyncc_stream_read *self, struct async_stream *stream, void *buffer,
                                       size_t size, ssize_t *value);
asyncc_status asyncc_stream_read_resume(struct asyncc_stream_read *self, ssize_t *value);

struct asyncc_stream_read_exactly {
    struct asyncc_stream_input input;
};
asyncc_status asyncc_stream_read_exactly_start(struct asyncc_stream_read_exactly *self,
                                               struct async_stream *stream, void *buffer, size_t size,
                                               ssize_t *value);
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
asyncc_status asyncc_stream_read_line_start(struct asyncc_stream_read_line *self, struct async_stream *stream,
                                            char *line, size_t size, ssize_t *value);
asyncc_status asyncc_stream_read_line_resume(struct asyncc_stream_read_line *self, ssize_t *value);

struct asyncc_stream_write {
    struct asyncc_operation operation;
    struct asyncc_write_request *request; /* libuv has it; NULL when nothing was begun */
    const char *data;
    size_t left;
    int value;
};
asyncc_status asyncc_stream_write_start(struct asyncc_stream_write *self, struct async_stream *stream,
                                        const void *data, size_t size, int *value);
asyncc_status asyncc_stream_write_resume(struct asyncc_stream_write *self, int *value);

struct asyncc_stream_shutdown {
    struct asyncc_operation operation;
    struct asyncc_shutdown_request *request;
    int value;
};
asyncc_status asyncc_stream_shutdown_start(struct asyncc_stream_shutdown *self, struct async_stream *stream,
                                           int *value);
asyncc_status asyncc_stream_shutdown_resume(struct asyncc_stream_shutdown *self, int *value);

#ifdef __cplusplus
}
#endif
#endif
