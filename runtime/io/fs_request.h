/*
 * fs_request.h - what the leaves of asyncc/fs.h share: a request of libuv's.
 *
 * The request lives in a block of its own, not in the frame: a uv_fs_t is large, and frames of tasks that are
 * idle should not be. It ends in the leaf's resume in every case.
 */
#ifndef ASYNCC_IO_FS_REQUEST_H
#define ASYNCC_IO_FS_REQUEST_H

#include "leaf.h"
#include "libuv_threads.h"

#include "../core/operation.h"
#include "../core/pool.h"
#include "../loop/loop.h"

#include <asyncc/fs.h>

/* What a request has found, and the caller wants: copies it from the request; the value is the leaf's then. */
typedef ssize_t asyncc_fs_result(uv_fs_t *fs, void *to, size_t size);

struct asyncc_fs_request {
    uv_fs_t fs;
    struct asyncc_fs *leaf;
    asyncc_fs_result *copy; /* how to copy the result, if it was no error; or NULL */
    void *to;               /* the caller's place for it */
    size_t size;            /* of that */
};

/* For libuv, when the request has ended. */
void asyncc_fs_on_done(uv_fs_t *fs);

/* The request to give to libuv, NULL if there is no memory for it. */
uv_fs_t *asyncc_fs_prepare(struct asyncc_fs *self, asyncc_fs_result *copy, void *to, size_t size);

/* The request was given to libuv, which said `error`. */
asyncc_status asyncc_fs_begin(struct asyncc_fs *self, int error);

/* The leaf's resume. */
asyncc_status asyncc_fs_finish(struct asyncc_fs *self, ssize_t *value);

/* ASYNCC_FS_LEAF(x, type, parameters, arguments of uv_fs_x, copy, to, size): its start and resume. */
#define ASYNCC_FS_LEAF(x, type, parameters, arguments, copy, to, size)                           \
    asyncc_status asyncc_fs_##x##_start(struct asyncc_fs_##x *self, ASYNCC_EXPAND parameters, type *value) \
    {                                                                                            \
        self->fs.request = NULL;                                                                 \
        if (asyncc_operation_refused())                                                          \
            return asyncc_operation_refuse(&self->fs.operation);                                 \
        uv_fs_t *fs = asyncc_fs_prepare(&self->fs, copy, to, size);                              \
        if (!fs) {                                                                               \
            *value = UV_ENOMEM;                                                                  \
            return ASYNCC_DONE;                                                                  \
        }                                                                                        \
        int error = asyncc_libuv_threads();                                                      \
        if (error == 0)                                                                          \
            error = uv_fs_##x(asyncc_thread.loop->uv, fs, ASYNCC_EXPAND arguments, asyncc_fs_on_done); \
        *value = error;                                                                          \
        return asyncc_fs_begin(&self->fs, error);                                                \
    }                                                                                            \
    asyncc_status asyncc_fs_##x##_resume(struct asyncc_fs_##x *self, type *value)                \
    {                                                                                            \
        ssize_t result = 0;                                                                      \
        asyncc_status status = asyncc_fs_finish(&self->fs, &result);                             \
        *value = (type)result;                                                                   \
        return status;                                                                           \
    }                                                                                            \
    struct asyncc_fs_##x

#endif
