/*
 * fs_dir.c - what is in directories: all at once, or a few entries at a time.
 */
#include "fs_request.h"

#include <stdlib.h>

enum { ENTRIES = 32 }; /* that are read at a time */

struct async_dir {
    uv_dir_t *dir;
    uv_dirent_t entries[ENTRIES];
    size_t next, count; /* of the entries that were read */
};

_Static_assert((int)ASYNC_DIRENT_UNKNOWN == (int)UV_DIRENT_UNKNOWN && (int)ASYNC_DIRENT_FILE == (int)UV_DIRENT_FILE &&
                   (int)ASYNC_DIRENT_DIR == (int)UV_DIRENT_DIR && (int)ASYNC_DIRENT_BLOCK == (int)UV_DIRENT_BLOCK,
               "types differ from libuv's");

/* ---- all at once ---- */

/* Appends an entry's name to the names, of which `used` bytes are used: 0 or UV_ENOMEM. */
static int append_name(char **names, size_t *used, size_t *capacity, const char *name)
{
    size_t length = strlen(name) + 1;
    if (*capacity - *used < length) {
        size_t wanted = 2 * (*used + length);
        char *memory = realloc(*names, wanted);
        if (!memory)
            return UV_ENOMEM;
        *names = memory;
        *capacity = wanted;
    }
    memcpy(*names + *used, name, length);
    *used += length;
    return 0;
}

/* Entries in one block of memory, with their names behind them. libuv gives each name until the next one. */
static ssize_t copy_entries(uv_fs_t *fs, void *to, size_t size)
{
    (void)size;
    uv_dirent_t entry;
    size_t count = (size_t)fs->result, used = 0, capacity = 0, n = 0;
    struct async_dirent *entries = malloc((count + 1) * sizeof *entries);
    char *names = NULL;
    int error = entries ? 0 : UV_ENOMEM;
    while (error == 0 && uv_fs_scandir_next(fs, &entry) == 0) {
        entries[n++].type = entry.type;
        error = append_name(&names, &used, &capacity, entry.name);
    }
    struct async_dirent *block = error ? NULL : realloc(entries, (count + 1) * sizeof *entries + used);
    if (!block) {
        free(entries);
        free(names);
        return UV_ENOMEM;
    }
    char *name = used ? memcpy(block + count + 1, names, used) : NULL;
    for (size_t i = 0; i < n; i++) {
        block[i].name = name;
        name += strlen(name) + 1;
    }
    free(names);
    *(struct async_dirent **)to = block;
    return (ssize_t)n;
}

ASYNCC_FS_LEAF(scandir, ssize_t, (const char *path, struct async_dirent **entries), (path, 0), copy_entries, entries,
               sizeof *entries);

/* ---- a few at a time ---- */

static ssize_t copy_dir(uv_fs_t *fs, void *to, size_t size)
{
    (void)size;
    struct async_dir *dir = asyncc_block_new(sizeof *dir);
    if (!dir) {
        uv_fs_t request;
        uv_fs_closedir(NULL, &request, fs->ptr, NULL);
        uv_fs_req_cleanup(&request);
        return UV_ENOMEM;
    }
    dir->dir = fs->ptr;
    dir->next = dir->count = 0;
    *(struct async_dir **)to = dir;
    return 0;
}

ASYNCC_FS_LEAF(opendir, int, (const char *path, struct async_dir **dir), (path), copy_dir, dir, sizeof *dir);

/* libuv's own names of the entries, which its request would release. */
static ssize_t keep_entries(uv_fs_t *fs, void *to, size_t size)
{
    struct async_dir *dir = to;
    (void)size;
    dir->next = 0;
    dir->count = (size_t)fs->result;
    fs->ptr = NULL;
    return fs->result;
}

static int take_entry(struct async_dir *dir, char *name, size_t size, int *type)
{
    uv_dirent_t *entry = &dir->entries[dir->next];
    size_t length = strlen(entry->name);
    if (length >= size)
        return UV_ENOBUFS;
    memcpy(name, entry->name, length + 1);
    if (type)
        *type = entry->type;
    free((char *)(uintptr_t)entry->name); /* as uv_fs_req_cleanup does */
    dir->next++;
    return 1;
}

asyncc_status asyncc_fs_readdir_start(struct asyncc_fs_readdir *self, struct async_dir *dir, char *name, size_t size,
                                      int *type, int *value)
{
    self->fs.request = NULL;
    self->dir = dir;
    self->name = name;
    self->size = size;
    self->type = type;
    if (dir->next < dir->count) {
        *value = take_entry(dir, name, size, type);
        return ASYNCC_DONE;
    }
    if (asyncc_operation_refused())
        return asyncc_operation_refuse(&self->fs.operation);
    uv_fs_t *fs = asyncc_fs_prepare(&self->fs, keep_entries, dir, 0);
    *value = UV_ENOMEM;
    if (!fs)
        return ASYNCC_DONE;
    dir->dir->dirents = dir->entries;
    dir->dir->nentries = ENTRIES;
    *value = asyncc_libuv_threads();
    if (*value == 0)
        *value = uv_fs_readdir(asyncc_thread.loop->uv, fs, dir->dir, asyncc_fs_on_done);
    return asyncc_fs_begin(&self->fs, *value);
}

asyncc_status asyncc_fs_readdir_resume(struct asyncc_fs_readdir *self, int *value)
{
    ssize_t count = 0;
    /* What was read when a cancel came is kept as well: it is not read again. */
    if (self->fs.request && self->fs.request->fs.result > 0)
        keep_entries(&self->fs.request->fs, self->dir, 0);
    asyncc_status status = asyncc_fs_finish(&self->fs, &count);
    *value = (int)count;
    if (status == ASYNCC_DONE && count > 0)
        *value = take_entry(self->dir, self->name, self->size, self->type);
    return status;
}

static void drop_entries(struct async_dir *dir)
{
    for (; dir->next < dir->count; dir->next++)
        free((char *)(uintptr_t)dir->entries[dir->next].name);
}

void async_fs_closedir(struct async_dir *dir)
{
    uv_fs_t request;
    if (!dir)
        return;
    drop_entries(dir);
    uv_fs_closedir(NULL, &request, dir->dir, NULL);
    uv_fs_req_cleanup(&request);
    asyncc_block_free(dir);
}

/* clang-format off */
ASYNCC_NATURAL(fs_scandir, ssize_t, (const char *path, struct async_dirent **entries),
               ({ const char *path; struct async_dirent **entries; }), (path, entries), (a->path, a->entries));
ASYNCC_NATURAL(fs_opendir, int, (const char *path, struct async_dir **dir),
               ({ const char *path; struct async_dir **dir; }), (path, dir), (a->path, a->dir));
ASYNCC_NATURAL(fs_readdir, int, (struct async_dir *dir, char *name, size_t size, int *type),
               ({ struct async_dir *dir; char *name; size_t size; int *type; }), (dir, name, size, type),
               (a->dir, a->name, a->size, a->type));
/* clang-format on */
