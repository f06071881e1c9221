/*
 * uvtee FILE - copies the standard input, a pipe or a terminal, to the standard output and to a file. libuv's uvtee
 * makes a copy of what it reads for each of the two writes, to release it in callbacks; awaiting both needs none.
 */
#include <asyncc/fs.h>
#include <asyncc/pipe.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <uv.h>

static async int tee(struct async_stream *in, struct async_stream *out, struct async_stream *file)
{
    char buffer[4096];
    ssize_t n;
    while ((n = await async_stream_read(in, buffer, sizeof buffer)) > 0) {
        int a, b;
        await gather(a = async_stream_write(out, buffer, (size_t)n), b = async_stream_write(file, buffer, (size_t)n));
        if (a || b)
            return a ? a : b;
    }
    return (int)n;
}

async int main(int argc, char **argv)
{
    struct async_stream *in, *out, *file;
    int descriptor = argc == 2 ? await async_fs_open(argv[1], O_CREAT | O_RDWR | O_TRUNC, 0644) : UV_EINVAL;
    int error = descriptor < 0 ? descriptor : 0;
    if (error == 0 && (error = async_stream_open(0, &in)) == 0 && (error = async_stream_open(1, &out)) == 0 &&
        (error = async_pipe_open(descriptor, 0, &file)) == 0)
        error = await tee(in, out, file);
    if (error)
        fprintf(stderr, "uvtee: %s\n", uv_strerror(error));
    return error ? EXIT_FAILURE : EXIT_SUCCESS;
}
