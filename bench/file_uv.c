/*
 * file_uv.c - libuv with callbacks, as one would write it by hand.
 */
#include "bench.h"
#include "file.h"

#include <fcntl.h>
#include <uv.h>

static struct copy {
    uv_fs_t request; /* one at a time */
    const char *to;
    uv_file in, out;
    ssize_t size, done;
    char block[FILE_BLOCK];
} copy;

static void read_block(void);

/* The result of the request, which is over. */
static ssize_t take_result(uv_fs_t *request)
{
    ssize_t result = request->result;
    uv_fs_req_cleanup(request);
    if (result < 0)
        bench_fail("file", uv_strerror((int)result));
    return result;
}

static void on_closed(uv_fs_t *request)
{
    take_result(request);
}

static void on_in_closed(uv_fs_t *request)
{
    take_result(request);
    uv_fs_close(request->loop, request, copy.out, on_closed);
}

static void on_written(uv_fs_t *request);

static void write_block(void)
{
    uv_buf_t rest = uv_buf_init(copy.block + copy.done, (unsigned)(copy.size - copy.done));
    uv_fs_write(copy.request.loop, &copy.request, copy.out, &rest, 1, -1, on_written);
}

static void on_written(uv_fs_t *request)
{
    copy.done += take_result(request);
    if (copy.done < copy.size)
        write_block();
    else
        read_block();
}

static void on_read(uv_fs_t *request)
{
    copy.size = take_result(request);
    copy.done = 0;
    if (copy.size)
        write_block();
    else
        uv_fs_close(request->loop, request, copy.in, on_in_closed);
}

static void read_block(void)
{
    uv_buf_t block = uv_buf_init(copy.block, sizeof copy.block);
    uv_fs_read(copy.request.loop, &copy.request, copy.in, &block, 1, -1, on_read);
}

static void on_out_opened(uv_fs_t *request)
{
    copy.out = (uv_file)take_result(request);
    read_block();
}

static void on_in_opened(uv_fs_t *request)
{
    copy.in = (uv_file)take_result(request);
    uv_fs_open(request->loop, request, copy.to, O_WRONLY | O_CREAT | O_TRUNC, 0600, on_out_opened);
}

void file_copy_uv(const char *from, const char *to)
{
    uv_loop_t *loop = uv_default_loop();
    copy.to = to;
    uv_fs_open(loop, &copy.request, from, O_RDONLY, 0, on_in_opened);
    uv_run(loop, UV_RUN_DEFAULT);
    uv_loop_close(loop);
}
