/*
 * fs.c - asyncc/fs.h, but for whole files, paths and directories: one leaf for each operation of libuv's.
 */
#include "fs_request.h"

_Static_assert(sizeof(struct async_stat) == sizeof(uv_stat_t) &&
                   offsetof(struct async_stat, st_size) == offsetof(uv_stat_t, st_size) &&
                   offsetof(struct async_stat, st_mtim) == offsetof(uv_stat_t, st_mtim),
               "struct async_stat differs from uv_stat_t");
_Static_assert(sizeof(struct async_statfs) == sizeof(uv_statfs_t) &&
                   offsetof(struct async_statfs, f_ffree) == offsetof(uv_statfs_t, f_ffree),
               "struct async_statfs differs from uv_statfs_t");

/* ---- requests ---- */

void asyncc_fs_on_done(uv_fs_t *fs)
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

uv_fs_t *asyncc_fs_prepare(struct asyncc_fs *self, asyncc_fs_result *copy, void *to, size_t size)
{
    struct asyncc_fs_request *request = asyncc_block_new(sizeof *request);
    self->request = request;
    if (!request)
        return NULL;
    request->leaf = self;
    request->copy = copy;
    request->to = to;
    request->size = size;
    return &request->fs;
}

static void release(struct asyncc_fs *self)
{
    uv_fs_req_cleanup(&self->request->fs);
    asyncc_block_free(self->request);
}

asyncc_status asyncc_fs_begin(struct asyncc_fs *self, int error)
{
    if (error < 0) {
        asyncc_block_free(self->request);
        return ASYNCC_DONE;
    }
    asyncc_thread.loop->working++;
    return asyncc_operation_begin(&self->operation, cancel);
}

/* What was made for a task that was cancelled is removed again. */
static void drop_result(uv_fs_t *fs)
{
    uv_fs_t request;
    if (fs->result < 0)
        return;
    switch (fs->fs_type) {
    case UV_FS_MKSTEMP:
        uv_fs_unlink(NULL, &request, fs->path, NULL);
        uv_fs_req_cleanup(&request);
        /* fall through */
    case UV_FS_OPEN: uv_fs_close(NULL, &request, (uv_file)fs->result, NULL); break;
    case UV_FS_MKDTEMP: uv_fs_rmdir(NULL, &request, fs->path, NULL); break;
    case UV_FS_OPENDIR: uv_fs_closedir(NULL, &request, fs->ptr, NULL); break;
    default: return;
    }
    uv_fs_req_cleanup(&request);
}

asyncc_status asyncc_fs_finish(struct asyncc_fs *self, ssize_t *value)
{
    int cancelled = asyncc_operation_cancelled(&self->operation);
    struct asyncc_fs_request *request = self->request;
    if (!request)
        return ASYNCC_CANCELLED;
    *value = request->fs.result;
    if (cancelled)
        drop_result(&request->fs);
    else if (request->copy && *value >= 0)
        *value = request->copy(&request->fs, request->to, request->size);
    release(self);
    return cancelled ? ASYNCC_CANCELLED : ASYNCC_DONE;
}

static ssize_t copy_stat(uv_fs_t *fs, void *to, size_t size)
{
    memcpy(to, &fs->statbuf, size);
    return 0;
}

static ssize_t copy_statfs(uv_fs_t *fs, void *to, size_t size)
{
    memcpy(to, fs->ptr, size);
    return 0;
}

/* ---- operations ---- */

#define DEFINE(x, type, parameters, arguments) ASYNCC_FS_LEAF(x, type, parameters, arguments, NULL, NULL, 0)
#define DEFINE_STAT(x, parameters, arguments)                                                    \
    ASYNCC_FS_LEAF(x, int, parameters, arguments, copy_stat, result, sizeof *result)

#define BUFFER(base, size) &(uv_buf_t){ (char *)base, size }, 1

DEFINE(open, int, (const char *path, int flags, int mode), (path, flags, mode));
DEFINE(read, ssize_t, (int file, void *buffer, size_t size, int64_t offset), (file, BUFFER(buffer, size), offset));
DEFINE(write, ssize_t, (int file, const void *buffer, size_t size, int64_t offset), (file, BUFFER(buffer, size), offset));
DEFINE(unlink, int, (const char *path), (path));
DEFINE(mkdir, int, (const char *path, int mode), (path, mode));
DEFINE(rmdir, int, (const char *path), (path));
DEFINE(rename, int, (const char *path, const char *new_path), (path, new_path));
DEFINE(link, int, (const char *path, const char *new_path), (path, new_path));
DEFINE(symlink, int, (const char *path, const char *new_path, int flags), (path, new_path, flags));
DEFINE(copyfile, int, (const char *path, const char *new_path, int flags), (path, new_path, flags));
DEFINE_STAT(stat, (const char *path, struct async_stat *result), (path));
DEFINE_STAT(lstat, (const char *path, struct async_stat *result), (path));
DEFINE_STAT(fstat, (int file, struct async_stat *result), (file));
DEFINE(access, int, (const char *path, int mode), (path, mode));
DEFINE(chmod, int, (const char *path, int mode), (path, mode));
DEFINE(fchmod, int, (int file, int mode), (file, mode));
DEFINE(fsync, int, (int file), (file));
DEFINE(fdatasync, int, (int file), (file));
DEFINE(ftruncate, int, (int file, int64_t length), (file, length));
DEFINE(sendfile, ssize_t, (int out, int in, int64_t offset, size_t size), (out, in, offset, size));

DEFINE(chown, int, (const char *path, unsigned uid, unsigned gid), (path, uid, gid));
DEFINE(fchown, int, (int file, unsigned uid, unsigned gid), (file, uid, gid));
DEFINE(lchown, int, (const char *path, unsigned uid, unsigned gid), (path, uid, gid));
DEFINE(utime, int, (const char *path, double accessed, double modified), (path, accessed, modified));
DEFINE(futime, int, (int file, double accessed, double modified), (file, accessed, modified));
DEFINE(lutime, int, (const char *path, double accessed, double modified), (path, accessed, modified));
ASYNCC_FS_LEAF(statfs, int, (const char *path, struct async_statfs *result), (path), copy_statfs, result, sizeof *result);

/* Several buffers: a struct iovec is a uv_buf_t, as libuv promises for Unix. */
#define uv_fs_readv uv_fs_read
#define uv_fs_writev uv_fs_write
DEFINE(readv, ssize_t, (int file, const struct iovec *vector, unsigned count, int64_t offset),
       (file, (const uv_buf_t *)vector, count, offset));
DEFINE(writev, ssize_t, (int file, const struct iovec *vector, unsigned count, int64_t offset),
       (file, (const uv_buf_t *)vector, count, offset));

/* ---- closing, which happens in any case ---- */

static void let_close(struct asyncc_operation *operation)
{
    (void)operation;
}

asyncc_status asyncc_fs_close_start(struct asyncc_fs_close *self, int file, int *value)
{
    uv_fs_t *fs = asyncc_libuv_threads() ? NULL : asyncc_fs_prepare(&self->fs, NULL, NULL, 0), here;
    if (!fs) {
        *value = uv_fs_close(NULL, &here, file, NULL);
        uv_fs_req_cleanup(&here);
        return ASYNCC_DONE;
    }
    *value = uv_fs_close(asyncc_thread.loop->uv, fs, file, asyncc_fs_on_done);
    asyncc_status status = asyncc_fs_begin(&self->fs, *value);
    self->fs.operation.cancel = let_close;
    return status;
}

asyncc_status asyncc_fs_close_resume(struct asyncc_fs_close *self, int *value)
{
    ssize_t result = 0;
    asyncc_status status = asyncc_fs_finish(&self->fs, &result);
    *value = (int)result;
    return status;
}

/* ---- under their own names ---- */

/* clang-format off */
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
ASYNCC_NATURAL(fs_chown, int, (const char *path, unsigned uid, unsigned gid),
               ({ const char *path; unsigned uid, gid; }), (path, uid, gid), (a->path, a->uid, a->gid));
ASYNCC_NATURAL(fs_fchown, int, (int file, unsigned uid, unsigned gid), ({ int file; unsigned uid, gid; }),
               (file, uid, gid), (a->file, a->uid, a->gid));
ASYNCC_NATURAL(fs_lchown, int, (const char *path, unsigned uid, unsigned gid),
               ({ const char *path; unsigned uid, gid; }), (path, uid, gid), (a->path, a->uid, a->gid));
ASYNCC_NATURAL(fs_utime, int, (const char *path, double accessed, double modified),
               ({ const char *path; double accessed, modified; }), (path, accessed, modified),
               (a->path, a->accessed, a->modified));
ASYNCC_NATURAL(fs_futime, int, (int file, double accessed, double modified),
               ({ int file; double accessed, modified; }), (file, accessed, modified),
               (a->file, a->accessed, a->modified));
ASYNCC_NATURAL(fs_lutime, int, (const char *path, double accessed, double modified),
               ({ const char *path; double accessed, modified; }), (path, accessed, modified),
               (a->path, a->accessed, a->modified));
ASYNCC_NATURAL(fs_statfs, int, (const char *path, struct async_statfs *result),
               ({ const char *path; struct async_statfs *result; }), (path, result), (a->path, a->result));
ASYNCC_NATURAL(fs_readv, ssize_t, (int file, const struct iovec *vector, unsigned count, int64_t offset),
               ({ int file; const struct iovec *vector; unsigned count; int64_t offset; }),
               (file, vector, count, offset), (a->file, a->vector, a->count, a->offset));
ASYNCC_NATURAL(fs_writev, ssize_t, (int file, const struct iovec *vector, unsigned count, int64_t offset),
               ({ int file; const struct iovec *vector; unsigned count; int64_t offset; }),
               (file, vector, count, offset), (a->file, a->vector, a->count, a->offset));
/* clang-format on */
