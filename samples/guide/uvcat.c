/*
 * uvcat FILE... - writes files to the standard output. After libuv's uvcat, where three callbacks hand the request on
 * to each other: here it is the loop that one would write anyway.
 */
#include <asyncc/fs.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <uv.h>

/* All of it: 0 or an error. */
static async int write_all(int file, const char *data, size_t size)
{
    while (size) {
        ssize_t n = await async_fs_write(file, data, size, -1);
        if (n < 0)
            return (int)n;
        data += n;
        size -= (size_t)n;
    }
    return 0;
}

static async int cat(const char *path)
{
    static char buffer[64 * 1024];
    int file = await async_fs_open(path, O_RDONLY, 0);
    if (file < 0)
        return file;
    defer await async_fs_close(file);
    ssize_t n;
    int error = 0;
    while (error == 0 && (n = await async_fs_read(file, buffer, sizeof buffer, -1)) != 0)
        error = n < 0 ? (int)n : await write_all(1, buffer, (size_t)n);
    return error;
}

async int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        int error = await cat(argv[i]);
        if (error) {
            fprintf(stderr, "uvcat: %s: %s\n", argv[i], uv_strerror(error));
            return EXIT_FAILURE;
        }
    }
    return EXIT_SUCCESS;
}
