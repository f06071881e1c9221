/*
 * whole_file.c - async_fs_read_file and async_fs_write_file: one job for a thread of libuv's instead of four or
 * five requests, each with a way there and back.
 */
#include "leaf.h"
#include "libuv_threads.h"

#include "../core/operation.h"
#include "../core/pool.h"
#include "../loop/loop.h"

#include <asyncc/fs.h>

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct asyncc_whole_file {
    uv_work_t work;
    struct asyncc_operation *operation;
    const char *path;
    char *data; /* read: from malloc, NULL until it is there. write: the caller's */
    size_t size;
    int mode;
    int error;
};

/* ---- in the other thread ---- */

/* Room for what the file says it has and one byte to see its end, at least for what it may have besides. */
static int grow(struct asyncc_whole_file *file, size_t *capacity, size_t wanted)
{
    char *data = realloc(file->data, wanted);
    if (!data)
        return UV_ENOMEM;
    file->data = data;
    *capacity = wanted;
    return 0;
}

static int read_all(struct asyncc_whole_file *file, int descriptor)
{
    struct stat status;
    if (fstat(descriptor, &status) != 0)
        return -errno;
    size_t capacity = 0;
    int error = grow(file, &capacity, (size_t)status.st_size + 2);
    while (error == 0) {
        ssize_t n = read(descriptor, file->data + file->size, capacity - file->size - 1);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return -errno;
        if (n == 0)
            break;
        file->size += (size_t)n;
        if (file->size + 1 == capacity)
            error = grow(file, &capacity, capacity * 2 + 4096);
    }
    if (error == 0)
        file->data[file->size] = 0;
    return error;
}

static void read_file(uv_work_t *work)
{
    struct asyncc_whole_file *file = (struct asyncc_whole_file *)work;
    int descriptor = open(file->path, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        file->error = -errno;
        return;
    }
    file->error = read_all(file, descriptor);
    close(descriptor);
}

static int write_all(struct asyncc_whole_file *file, int descriptor)
{
    for (size_t done = 0; done < file->size;) {
        ssize_t n = write(descriptor, file->data + done, file->size - done);
        if (n < 0 && errno != EINTR)
            return -errno;
        done += n > 0 ? (size_t)n : 0;
    }
    return 0;
}

static void write_file(uv_work_t *work)
{
    struct asyncc_whole_file *file = (struct asyncc_whole_file *)work;
    int descriptor = open(file->path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, file->mode);
    if (descriptor < 0) {
        file->error = -errno;
        return;
    }
    file->error = write_all(file, descriptor);
    if (close(descriptor) != 0 && file->error == 0)
        file->error = -errno;
}

/* ---- in the loop's ---- */

static void on_done(uv_work_t *work, int status)
{
    struct asyncc_whole_file *file = (struct asyncc_whole_file *)work;
    if (status < 0)
        file->error = status;
    asyncc_thread.loop->working--;
    asyncc_operation_wake(file->operation);
}

static struct asyncc_whole_file *new_file(struct asyncc_operation *operation, const char *path)
{
    struct asyncc_whole_file *file = asyncc_block_new(sizeof *file);
    if (file)
        *file = (struct asyncc_whole_file){ .operation = operation, .path = path };
    return file;
}

static asyncc_status begin(struct asyncc_whole_file *file, asyncc_operation_canceller *cancel, uv_work_cb act, int *value)
{
    *value = file ? asyncc_libuv_threads() : UV_ENOMEM;
    if (*value == 0)
        *value = uv_queue_work(asyncc_thread.loop->uv, &file->work, act, on_done);
    if (*value != 0) {
        asyncc_block_free(file);
        return ASYNCC_DONE;
    }
    asyncc_thread.loop->working++;
    return asyncc_operation_begin(file->operation, cancel);
}

static void cancel_read(struct asyncc_operation *operation)
{
    uv_cancel((uv_req_t *)&((struct asyncc_fs_read_file *)operation)->request->work);
}

asyncc_status asyncc_fs_read_file_start(struct asyncc_fs_read_file *self, const char *path, char **data, size_t *size,
                                        int *value)
{
    self->request = NULL;
    self->data = data;
    self->size = size;
    if (asyncc_operation_refused())
        return asyncc_operation_refuse(&self->operation);
    self->request = new_file(&self->operation, path);
    return begin(self->request, cancel_read, read_file, value);
}

asyncc_status asyncc_fs_read_file_resume(struct asyncc_fs_read_file *self, int *value)
{
    int cancelled = asyncc_operation_cancelled(&self->operation);
    struct asyncc_whole_file *file = self->request;
    if (!file)
        return ASYNCC_CANCELLED;
    *value = file->error;
    if (!cancelled && file->error == 0) {
        *self->data = file->data;
        *self->size = file->size;
    } else {
        free(file->data);
    }
    asyncc_block_free(file);
    return cancelled ? ASYNCC_CANCELLED : ASYNCC_DONE;
}

static void cancel_write(struct asyncc_operation *operation)
{
    uv_cancel((uv_req_t *)&((struct asyncc_fs_write_file *)operation)->request->work);
}

asyncc_status asyncc_fs_write_file_start(struct asyncc_fs_write_file *self, const char *path, const void *data, size_t size,
                                         int mode, int *value)
{
    self->request = NULL;
    if (asyncc_operation_refused())
        return asyncc_operation_refuse(&self->operation);
    self->request = new_file(&self->operation, path);
    if (self->request) {
        self->request->data = (char *)(uintptr_t)data;
        self->request->size = size;
        self->request->mode = mode;
    }
    return begin(self->request, cancel_write, write_file, value);
}

asyncc_status asyncc_fs_write_file_resume(struct asyncc_fs_write_file *self, int *value)
{
    int cancelled = asyncc_operation_cancelled(&self->operation);
    if (!self->request)
        return ASYNCC_CANCELLED;
    *value = self->request->error;
    asyncc_block_free(self->request);
    return cancelled ? ASYNCC_CANCELLED : ASYNCC_DONE;
}

/* clang-format off */
ASYNCC_NATURAL(fs_read_file, int, (const char *path, char **data, size_t *size),
               ({ const char *path; char **data; size_t *size; }), (path, data, size),
               (a->path, a->data, a->size));
ASYNCC_NATURAL(fs_write_file, int, (const char *path, const void *data, size_t size, int mode),
               ({ const char *path; const void *data; size_t size; int mode; }), (path, data, size, mode),
               (a->path, a->data, a->size, a->mode));
/* clang-format on */
