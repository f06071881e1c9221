/*
 * fs.c - asyncc/fs.h, except whole files: one leaf for each operation of libuv's.
 *
 * The request lives in a block of its own, not in the frame: a uv_fs_t is large, and frames of tasks that are
 * idle should not be. It ends in the leaf's resume in every case.
 */
#include "leaf.h"

#include "../core/operation.h"
#include "../core/pool.h"
#include "../loop/loop.h"

#include <asyncc/fs.h>

_Static_assert(sizeof(struct async_stat) == sizeof(uv_stat_t) &&
                   offsetof(struct async_stat, st_size) == offsetof(uv_stat_t, st_size) &&
                   offsetof(struct async_stat, st_mtim) == offsetof(uv_stat_t, st_mtim),
               "struct async_stat differs from uv_stat_t");

struct asyncc_fs_request {
    uv_fs_t fs;
    struct asyncc_fs *leaf;
    struct async_stat *stat; /* where the caller wants it, or NULL */
};

static void on_done(uv_fs_t *fs)
{
    struct asyncc_fs_request *request = (struct asyncc_fs_request *)fs;
    asyncc_thread.loop->working--;
    asyncc_operation_wake(&request->leaf->operation);
}

static void cancel(struct asyncc_operation *operation)
{
    struct asyncc_fs *self = (struct asyncc_fs *)operation;
    uv_cancel((uv_req_t *)&self->request->fs);
}

/* The request to give to libuv, NULL if there is no memory for it. */
static uv_fs_t *prepare(struct asyncc_fs *self, struct async_stat *stat)
{
    self->request = asyncc_block_new(sizeof *self->request);
    if (!self->request)
        return NULL;
    self->request->leaf = self;
    self->request->stat = stat;
    return &self->request->fs;
}

static void release(struct asyncc_fs *self)
{
    uv_fs_req_cleanup(&self->request->fs);
    asyncc_block_free(self->request);
}

/* The request was given to libuv, which said `error`. */
static asyncc_status begin(struct asyncc_fs *self, int error)
{
    if (error < 0) {
        release(self);
        return ASYNCC_DONE;
    }
    asyncc_thread.loop->working++;
    return asyncc_operation_begin(&self->operation, cancel);
}

static void drop_result(uv_fs_t *fs)
{
    uv_fs_t close_request;
    if (fs->fs_type == UV_FS_OPEN && fs->result >= 0)
        uv_fs_close(NULL, &close_request, (uv_file)fs->result, NULL);
}

static asyncc_status finish(struct asyncc_fs *self, ssize_t *value)
{
    int cancelled = asyncc_operation_cancelled(&self->operation);
    if (!self->request)
        return ASYNCC_CANCELLED;
    uv_fs_t *fs = &self->request->fs;
    *value = fs->result;
    if (cancelled)
        drop_result(fs);
    else if (self->request->stat && fs->result == 0)
        memcpy(self->request->stat, &fs->statbuf, sizeof fs->statbuf);
    release(self);
    return cancelled ? ASYNCC_CANCELLED : ASYNCC_DONE;
}

/* DEFINE(x, type, parameters, arguments of uv_fs_x, where a uv_stat_t goes) */
#define DEFINE(x, type, parameters, arguments, stat)                                             \
    asyncc_status asyncc_fs_##x##_start(struct asyncc_fs_##x *self, ASYNCC_EXPAND parameters, type *value) \
    {                                                                                            \
        self->fs.request = NULL;                                                                 \
        if (asyncc_operation_refused())                                                          \
            return asyncc_operation_refuse(&self->fs.operation);                                 \
        uv_fs_t *fs = prepare(&self->fs, stat);                                                  \
        if (!fs) {                                                                               \
            *value = UV_ENOMEM;                                                                  \
            return ASYNCC_DONE;                                                                  \
        }                                                                                        \
        int error = uv_fs_##x(asyncc_thread.loop->uv, fs, ASYNCC_EXPAND arguments, on_done);     \
        *value = error;                                                                          \
        return begin(&self->fs, error);                                                          \
    }                                                                                            \
    asyncc_status asyncc_fs_##x##_resume(struct asyncc_fs_##x *self, type *value)                \
    {                                                                                            \
        ssize_t result = 0;                                                                      \
        asyncc_status status = finish(&self->fs, &result);                                       \
        *value = (type)result;                                                                   \
        return status;                                                                           \
    }                                                                                            \
    struct asyncc_fs_##x

#define BUFFER(base, size) &(uv_buf_t){ (char *)base, size }, 1

DEFINE(open, int, (const char *path, int flags, int mode), (path, flags, mode), NULL);
DEFINE(read, ssize_t, (int file, void *buffer, size_t size, int64_t offset),
       (file, BUFFER(buffer, size), offset), NULL);
DEFINE(write, ssize_t, (int file, const void *buffer, size_t size, int64_t offset),
       (file, BUFFER(buffer, size), offset), NULL);
DEFINE(unlink, int, (const char *path), (path), NULL);
DEFINE(mkdir, int, (const char *path, int mode), (path, mode), NULL);
DEFINE(rmdir, int, (const char *path), (path), NULL);
DEFINE(rename, int, (const char *path, const char *new_path), (path, new_path), NULL);
DEFINE(link, int, (const char *path, const char *new_path), (path, new_path), NULL);
DEFINE(symlink, int, (const char *path, const char *new_path, int flags), (path, new_path, flags), NULL);
DEFINE(copyfile, int, (const char *path, const char *new_path, int flags), (path, new_path, flags), NULL);
DEFINE(stat, int, (const char *path, struct async_stat *result), (path), result);
DEFINE(lstat, int, (const char *path, struct async_stat *result), (path), result);
DEFINE(fstat, int, (int file, struct async_stat *result), (file), result);
DEFINE(access, int, (const char *path, int mode), (path, mode), NULL);
DEFINE(chmod, int, (const char *path, int mode), (path, mode), NULL);
DEFINE(fchmod, int, (int file, int mode), (file, mode), NULL);
DEFINE(fsync, int, (int file), (file), NULL);
DEFINE(fdatasync, int, (int file), (file), NULL);
DEFINE(ftruncate, int, (int file, int64_t length), (file, length), NULL);
DEFINE(sendfile, ssize_t, (int out, int in, int64_t offset, size_t size),
       (out, in, offset, size), NULL);

/* ---- closing, which happens in any case ---- */

static void let_close(struct asyncc_operation *operation)
{
    (void)operation;
}

asyncc_status asyncc_fs_close_start(struct asyncc_fs_close *self, int file, int *value)
{
    uv_fs_t *fs = prepare(&self->fs, NULL), here;
    if (!fs) {
        *value = uv_fs_close(NULL, &here, file, NULL);
        uv_fs_req_cleanup(&here);
        return ASYNCC_DONE;
    }
    *value = uv_fs_close(asyncc_thread.loop->uv, fs, file, on_done);
    asyncc_status status = begin(&self->fs, *value);
    self->fs.operation.cancel = let_close;
    return status;
}

asyncc_status asyncc_fs_close_resume(struct asyncc_fs_close *self, int *value)
{
    ssize_t result = 0;
    asyncc_status status = finish(&self->fs, &result);
    *value = (int)result;
    return status;
}

/* ---- under their own names ---- */

ASYNCC_NATURAL(fs_open, int, (const char *path, int flags, int mode),
               ({ const char *path; int flags; int mode; }), (path, flags, mode),
               (a->path, a->flags, a->mode));
ASYNCC_NATURAL(fs_close, int, (int file), ({ int file; }), (file), (a->file));
ASYNCC_NATURAL(fs_read, ssize_t, (int file, void *buffer, size_t size, int64_t offset),
               ({ int file; void *buffer; size_t size; int64_t offset; }), (file, buffer, size, offset),
               (a->file, a->buffer, a->size, a->offset));
ASYNCC_NATURAL(fs_write, ssize_t, (int file, const void *buffer, size_t size, int64_t offset),
               ({ int file; const void *buffer; size_t size; int64_t offset; }), (file, buffer, size, offset),
               (a->file, a->buffer, a->size, a->offset));
ASYNCC_NATURAL(fs_unlink, int, (const char *path), ({ const char *path; }), (path), (a->path));
ASYNCC_NATURAL(fs_mkdir, int, (const char *path, int mode),
               ({ const char *path; int mode; }), (path, mode),
               (a->path, a->mode));
ASYNCC_NATURAL(fs_rmdir, int, (const char *path), ({ const char *path; }), (path), (a->path));
ASYNCC_NATURAL(fs_rename, int, (const char *path, const char *new_path),
               ({ const char *path; const char *new_path; }), (path, new_path),
               (a->path, a->new_path));
ASYNCC_NATURAL(fs_link, int, (const char *path, const char *new_path),
               ({ const char *path; const char *new_path; }), (path, new_path),
               (a->path, a->new_path));
ASYNCC_NATURAL(fs_symlink, int, (const char *path, const char *new_path, int flags),
               ({ const char *path; const char *new_path; int flags; }), (path, new_path, flags),
               (a->path, a->new_path, a->flags));
ASYNCC_NATURAL(fs_copyfile, int, (const char *path, const char *new_path, int flags),
               ({ const char *path; const char *new_path; int flags; }), (path, new_path, flags),
               (a->path, a->new_path, a->flags));
ASYNCC_NATURAL(fs_stat, int, (const char *path, struct async_stat *result),
               ({ const char *path; struct async_stat *result; }), (path, result),
               (a->path, a->result));
ASYNCC_NATURAL(fs_lstat, int, (const char *path, struct async_stat *result),
               ({ const char *path; struct async_stat *result; }), (path, result),
               (a->path, a->result));
ASYNCC_NATURAL(fs_fstat, int, (int file, struct async_stat *result),
               ({ int file; struct async_stat *result; }), (file, result),
               (a->file, a->result));
ASYNCC_NATURAL(fs_access, int, (const char *path, int mode),
               ({ const char *path; int mode; }), (path, mode),
               (a->path, a->mode));
ASYNCC_NATURAL(fs_chmod, int, (const char *path, int mode),
               ({ const char *path; int mode; }), (path, mode),
               (a->path, a->mode));
ASYNCC_NATURAL(fs_fchmod, int, (int file, int mode),
               ({ int file; int mode; }), (file, mode),
               (a->file, a->mode));
ASYNCC_NATURAL(fs_fsync, int, (int file), ({ int file; }), (file), (a->file));
ASYNCC_NATURAL(fs_fdatasync, int, (int file), ({ int file; }), (file), (a->file));
ASYNCC_NATURAL(fs_ftruncate, int, (int file, int64_t length),
               ({ int file; int64_t length; }), (file, length),
               (a->file, a->length));
ASYNCC_NATURAL(fs_sendfile, ssize_t, (int out, int in, int64_t offset, size_t size),
               ({ int out; int in; int64_t offset; size_t size; }), (out, in, offset, size),
               (a->out, a->in, a->offset, a->size));
