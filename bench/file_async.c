/*
 * file_async.c - ours. Async C.
 */
#include "bench.h"
#include "file.h"

#include <asyncc/fs.h>

#include <fcntl.h>

static async int copy(const char *from, const char *to)
{
    static char block[FILE_BLOCK];
    ssize_t n;
    int in = await async_fs_open(from, O_RDONLY, 0);
    if (in < 0)
        return in;
    defer await async_fs_close(in);
    int out = await async_fs_open(to, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (out < 0)
        return out;
    defer await async_fs_close(out);
    while ((n = await async_fs_read(in, block, sizeof block, -1)) > 0) {
        for (ssize_t done = 0; done < n;) {
            ssize_t written = await async_fs_write(out, block + done, (size_t)(n - done), -1);
            if (written < 0)
                return (int)written;
            done += written;
        }
    }
    return (int)n;
}

void file_copy_ours(const char *from, const char *to)
{
    if (async_run(copy(from, to)) != 0)
        bench_fail("file", "was not copied");
}
