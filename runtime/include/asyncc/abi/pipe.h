/*
 * asyncc/abi/pipe.h - the leaf of asyncc/pipe.h, for translated code.
 */
#ifndef ASYNCC_ABI_PIPE_H
#define ASYNCC_ABI_PIPE_H

#include <asyncc/abi.h>

#ifdef __cplusplus
extern "C" {
#endif

struct async_stream;

struct asyncc_pipe_connect {
    struct asyncc_operation operation;
    struct asyncc_pipe_request *request; /* under way */
    struct async_stream **stream;        /* the caller's */
    struct async_stream *connected;
    int value;
};
asyncc_status asyncc_pipe_connect_start(struct asyncc_pipe_connect *self, const char *path, int flags,
                                        struct async_stream **stream, int *value);
asyncc_status asyncc_pipe_connect_resume(struct asyncc_pipe_connect *self, int *value);

#ifdef __cplusplus
}
#endif
#endif
