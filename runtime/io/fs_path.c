/*
 * fs_path.c - the operations of asyncc/fs.h that give paths.
 */
#include "fs_request.h"

static ssize_t copy_text(const char *text, void *to, size_t size)
{
    size_t length = strlen(text);
    if (length >= size)
        return UV_ENOBUFS;
    memcpy(to, text, length + 1);
    return (ssize_t)length;
}

static ssize_t copy_found(uv_fs_t *fs, void *to, size_t size)
{
    return copy_text(fs->ptr, to, size);
}

/* Over the template. */
static ssize_t copy_made(uv_fs_t *fs, void *to, size_t size)
{
    copy_text(fs->path, to, size);
    return fs->result;
}

ASYNCC_FS_LEAF(readlink, ssize_t, (const char *path, char *buffer, size_t size), (path), copy_found, buffer, size);
ASYNCC_FS_LEAF(realpath, ssize_t, (const char *path, char *buffer, size_t size), (path), copy_found, buffer, size);
ASYNCC_FS_LEAF(mkdtemp, int, (char *path), (path), copy_made, path, strlen(path) + 1);
ASYNCC_FS_LEAF(mkstemp, int, (char *path), (path), copy_made, path, strlen(path) + 1);

/* clang-format off */
ASYNCC_NATURAL(fs_readlink, ssize_t, (const char *path, char *buffer, size_t size),
               ({ const char *path; char *buffer; size_t size; }), (path, buffer, size),
               (a->path, a->buffer, a->size));
ASYNCC_NATURAL(fs_realpath, ssize_t, (const char *path, char *buffer, size_t size),
               ({ const char *path; char *buffer; size_t size; }), (path, buffer, size),
               (a->path, a->buffer, a->size));
ASYNCC_NATURAL(fs_mkdtemp, int, (char *path), ({ char *path; }), (path), (a->path));
ASYNCC_NATURAL(fs_mkstemp, int, (char *path), ({ char *path; }), (path), (a->path));
/* clang-format on */
