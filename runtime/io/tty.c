/*
 * tty.c - terminals.
 */
#include "stream.h"

#define ASYNCC_NO_SHORT_NAMES
#include <asyncc/tty.h>

_Static_assert((int)ASYNC_TTY_NORMAL == (int)UV_TTY_MODE_NORMAL && (int)ASYNC_TTY_RAW == (int)UV_TTY_MODE_RAW,
               "modes differ from libuv's");

int async_tty_open(int file, struct async_stream **result)
{
    int error;
    struct async_stream *stream = asyncc_stream_new_tty(file, &error);
    return asyncc_stream_made(stream, stream ? 0 : error, result);
}

int async_tty_set_mode(struct async_stream *stream, int mode)
{
    if (stream->handle.type != UV_TTY)
        return UV_EINVAL;
    return uv_tty_set_mode(&stream->tty, (uv_tty_mode_t)mode);
}

int async_tty_reset_mode(void)
{
    return uv_tty_reset_mode();
}

int async_tty_size(struct async_stream *stream, int *columns, int *rows)
{
    if (stream->handle.type != UV_TTY)
        return UV_EINVAL;
    return uv_tty_get_winsize(&stream->tty, columns, rows);
}
